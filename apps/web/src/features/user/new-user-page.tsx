import { useQuery } from '@apollo/client/react';
import { newUserRule } from '@cursus/rules/account';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { graphql } from '../../gql/gql.ts';
import { languageCodes } from '../../i18n/languages.ts';
import { adminListPath, recordPath } from '../../lib/admin-paths.ts';
import { languageName } from '../../lib/language-name.ts';
import { RecordForm } from '../../ui/admin/record-form.tsx';
import { RecordPage } from '../../ui/admin/record-page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useSend } from '../../ui/send.ts';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { showDone } from '../../ui/toast.tsx';
import { groupChoicesOf } from './group-choices.ts';

const NewUserPageDocument = graphql(`
  query NewUserPage {
    viewer {
      id
      viewerCanManageGroups
    }
    groups(first: 100, orderBy: [{ field: NAME, direction: ASC }]) {
      ...GroupChoices_connection
    }
  }
`);

const CreateUserDocument = graphql(`
  mutation CreateUser($input: CreateUserInput!) {
    createUser(input: $input) {
      user {
        id
        profile {
          displayName
        }
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const rule = newUserRule.required().extend({ groupIds: z.array(z.string()) });

/** Makes an account for somebody, who is sent a link to choose a password. */
export function NewUserPage() {
  const { t, i18n } = useTranslation(['people', 'records']);
  const navigate = useNavigate();
  const query = useQuery(NewUserPageDocument, { fetchPolicy: 'network-only' });
  const [create] = useSend(CreateUserDocument);
  const list = { path: adminListPath('users'), label: t('users.title') };
  return (
    <QueryState query={query} skeleton={<FormSkeleton fields={6} />}>
      {({ viewer, groups }) => (
        <RecordPage title={t('users.new')} list={list} facts={t('users.newText')}>
          <RecordForm
            isNew
            label={t('users.new')}
            rule={rule}
            cancelPath={list.path}
            values={{
              firstName: '',
              lastName: '',
              username: '',
              email: '',
              language: languageCodes.find((language) => language === i18n.language) ?? 'en',
              groupIds: [],
            }}
            fields={[
              { kind: 'line', name: 'firstName', label: t('users.firstName') },
              { kind: 'line', name: 'lastName', label: t('users.lastName') },
              { kind: 'line', name: 'username', label: t('users.username') },
              { kind: 'email', name: 'email', label: t('users.email') },
              {
                kind: 'choice',
                name: 'language',
                label: t('users.language'),
                choices: languageCodes.map((value) => ({ value, label: languageName(value, i18n.language) })),
              },
              ...(viewer?.viewerCanManageGroups === true
                ? [
                    {
                      kind: 'choices' as const,
                      name: 'groupIds' as const,
                      label: t('users.groupsLabel'),
                      hint: t('users.groupsHint'),
                      choices: groupChoicesOf(groups),
                    },
                  ]
                : []),
            ]}
            send={({ groupIds, ...values }, idempotencyKey) =>
              create({ input: { ...values, idempotencyKey, groupIds: groupIds.length === 0 ? null : groupIds } })
            }
            onDone={async ({ user }) => {
              if (user === null) return;
              await navigate(recordPath('users', user.id));
              showDone(t('users.created', { name: user.profile.displayName }));
            }}
          />
        </RecordPage>
      )}
    </QueryState>
  );
}
