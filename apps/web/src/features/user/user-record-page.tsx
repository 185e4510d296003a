import { skipToken, useQuery } from '@apollo/client/react';
import { updateUserRule } from '@cursus/rules/account';
import { Button, Card, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../../gql/gql.ts';
import { adminListPath, eraseUserPath } from '../../lib/admin-paths.ts';
import { accountEmailPath } from '../../lib/paths.ts';
import { RecordForm } from '../../ui/admin/record-form.tsx';
import { RecordPage, RecordSection } from '../../ui/admin/record-page.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useSend } from '../../ui/send.ts';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { showDone } from '../../ui/toast.tsx';
import { NewUserPage } from './new-user-page.tsx';
import { SetPasswordForm } from './set-password-form.tsx';
import { useUserActions } from './use-user-actions.tsx';
import { UserGroupsForm } from './user-groups-form.tsx';
import { UserRecords } from './user-records.tsx';
import { UserState } from './user-state.tsx';

const UserRecordPageDocument = graphql(`
  query UserRecordPage($id: ID!) {
    viewer {
      id
      viewerCanManageGroups
      ...UserRecords_viewer
    }
    node(id: $id) {
      __typename
      id
      ... on User {
        username
        email
        newEmail
        isSuperuser
        isEmailConfirmed
        suspendedAt
        viewerCanManage
        viewerCanSuspend
        viewerCanSetSuperuser
        profile {
          displayName
          firstName
          lastName
        }
        groups {
          id
          name
        }
      }
    }
  }
`);

const UpdateUserDocument = graphql(`
  mutation UpdateUser($input: UpdateUserInput!) {
    updateUser(input: $input) {
      user {
        id
        username
        email
        newEmail
        profile {
          displayName
          firstName
          lastName
        }
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const rule = updateUserRule.omit({ language: true }).required();

/** An account for administrators: its fields, its groups and its password below. */
export function UserRecordPage({ id }: { id: string | null }) {
  const { t } = useTranslation(['people', 'records']);
  const actions = useUserActions();
  const query = useQuery(
    UserRecordPageDocument,
    id === null ? skipToken : { variables: { id }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' },
  );
  const [update] = useSend(UpdateUserDocument);
  if (id === null) return <NewUserPage />;
  const list = { path: adminListPath('users'), label: t('users.title') };
  const email = { name: 'email', label: t('users.email') } as const;
  return (
    <QueryState query={query} skeleton={<FormSkeleton fields={4} />}>
      {({ node: user, viewer }) => {
        // One's own address takes one's own password: it is changed in the account.
        const isOwn = user?.id === viewer?.id;
        return user?.__typename === 'User' ? (
          <RecordPage
            title={user.profile.displayName}
            list={list}
            facts={<UserState user={user} />}
            record={user}
            actions={actions}
            onChanged={() => query.refetch()}
          >
            {user.viewerCanManage ? (
              <RecordForm
                key={user.id}
                isNew={false}
                label={user.profile.displayName}
                rule={rule}
                cancelPath={list.path}
                values={{
                  firstName: user.profile.firstName,
                  lastName: user.profile.lastName,
                  username: user.username ?? '',
                  email: user.newEmail ?? user.email ?? '',
                }}
                fields={[
                  { kind: 'line', name: 'firstName', label: t('users.firstName') },
                  { kind: 'line', name: 'lastName', label: t('users.lastName') },
                  { kind: 'line', name: 'username', label: t('users.username') },
                  isOwn
                    ? { ...email, kind: 'told', link: { path: accountEmailPath, label: t('users.ownEmail') } }
                    : { ...email, kind: 'email', hint: t('users.emailHint') },
                ]}
                send={({ email: address, ...values }) => update({ input: { id, ...values, email: isOwn ? null : address } })}
                onDone={() => void showDone(t('records:saved'))}
              />
            ) : (
              <Card p={{ base: 'md', sm: 'xl' }}>
                <Text>{t('users.notYours')}</Text>
              </Card>
            )}
            <RecordSection title={t('users.groups')}>
              <UserGroupsForm userId={user.id} groups={user.groups ?? []} canChange={viewer?.viewerCanManageGroups === true} />
            </RecordSection>
            <RecordSection title={t('users.theirs.title')}>
              <UserRecords userId={user.id} viewer={viewer} />
            </RecordSection>
            {user.viewerCanManage && (
              <RecordSection title={t('users.password.title')} text={t('users.password.text')}>
                <SetPasswordForm userId={user.id} />
              </RecordSection>
            )}
            {user.viewerCanManage && !isOwn && (
              <RecordSection title={t('users.erase.title')} text={t('users.erase.text')}>
                <Button component={Link} to={eraseUserPath(user.id)} variant="default" c="var(--mantine-color-error)">
                  {t('users.erase.go')}
                </Button>
              </RecordSection>
            )}
          </RecordPage>
        ) : (
          <NothingHere />
        );
      }}
    </QueryState>
  );
}
