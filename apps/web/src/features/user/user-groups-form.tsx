import { useQuery } from '@apollo/client/react';
import { Card, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { graphql } from '../../gql/gql.ts';
import { adminListPath } from '../../lib/admin-paths.ts';
import { RecordForm } from '../../ui/admin/record-form.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useSend } from '../../ui/send.ts';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { showDone } from '../../ui/toast.tsx';
import { groupChoicesOf } from './group-choices.ts';

const GroupChoicesDocument = graphql(`
  query GroupChoices {
    groups(first: 100, orderBy: [{ field: NAME, direction: ASC }]) {
      ...GroupChoices_connection
    }
  }
`);

const SetUserGroupsDocument = graphql(`
  mutation SetUserGroups($input: SetUserGroupsInput!) {
    setUserGroups(input: $input) {
      user {
        id
        groups {
          id
          name
        }
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const rule = z.object({ groupIds: z.array(z.string()) });

interface UserGroupsFormProps {
  userId: string;
  groups: readonly { id: string; name: string }[];
  canChange: boolean;
}

/** In which groups somebody is. What a group that is not the viewer's to give allows stays as it is. */
export function UserGroupsForm({ userId, groups, canChange }: UserGroupsFormProps) {
  const { t } = useTranslation(['people', 'records']);
  const query = useQuery(GroupChoicesDocument, { fetchPolicy: 'cache-and-network' });
  const [send] = useSend(SetUserGroupsDocument);
  if (!canChange) {
    return (
      <Card p={{ base: 'md', sm: 'xl' }}>
        {groups.length === 0 ? (
          <Text c="dimmed">{t('users.noGroup')}</Text>
        ) : (
          <List>
            {groups.map(({ id, name }) => (
              <List.Item key={id}>{name}</List.Item>
            ))}
          </List>
        )}
      </Card>
    );
  }
  return (
    <QueryState query={query} scope="part" skeleton={<FormSkeleton fields={2} />}>
      {({ groups: choices }) => (
        <RecordForm
          label={t('users.groups')}
          isNew={false}
          rule={rule}
          values={{ groupIds: groups.map(({ id }) => id) }}
          fields={[
            {
              kind: 'choices',
              name: 'groupIds',
              label: t('users.groupsLabel'),
              choices: groupChoicesOf(choices),
            },
          ]}
          send={({ groupIds }) => send({ input: { userId, groupIds } })}
          onDone={() => void showDone(t('records:saved'))}
          submitLabel={t('users.saveGroups')}
          cancelPath={adminListPath('users')}
        />
      )}
    </QueryState>
  );
}
