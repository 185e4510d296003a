import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../../gql/gql.ts';
import { recordPath } from '../../lib/admin-paths.ts';
import { RecordChoice } from '../../ui/admin/record-choice.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { catchFocus } from '../../ui/lost-focus.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { useAction } from '../../ui/send.ts';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { showDone } from '../../ui/toast.tsx';
import classes from './group-members.module.css';

const pageSize = 25;

const GroupMembersDocument = graphql(`
  query GroupMembers($id: ID!, $first: Int!, $after: String) {
    node(id: $id) {
      __typename
      id
      ... on Group {
        memberCount
        members(first: $first, after: $after) {
          totalCount
          edges {
            node {
              id
              username
              profile {
                displayName
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

const PeopleToAddDocument = graphql(`
  query PeopleToAdd($search: String) {
    users(first: 20, search: $search) {
      edges {
        node {
          id
          username
          profile {
            displayName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const AddGroupMemberDocument = graphql(`
  mutation AddGroupMember($input: AddGroupMembersInput!) {
    addGroupMembers(input: $input) {
      group {
        id
        memberCount
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const RemoveGroupMemberDocument = graphql(`
  mutation RemoveGroupMember($input: RemoveGroupMembersInput!) {
    removeGroupMembers(input: $input) {
      group {
        id
        memberCount
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface GroupMembersProps {
  groupId: string;
  canChange: boolean;
  /** Whether the viewer sees all accounts, and so finds who is to be added. */
  canFind: boolean;
}

/** Who is in a group: put in by name, taken out one by one, each at once. */
export function GroupMembers({ groupId, canChange, canFind }: GroupMembersProps) {
  const { t } = useTranslation('people');
  const query = useQuery(GroupMembersDocument, { variables: { id: groupId, first: pageSize, after: null } });
  const [add] = useAction(AddGroupMemberDocument);
  const [remove, isRemoving] = useAction(RemoveGroupMemberDocument);
  const list = useRef<HTMLUListElement>(null);

  const change = async (act: typeof add | typeof remove, userId: string, done: string): Promise<void> => {
    if ((await act({ input: { groupId, userIds: [userId] } })) === null) return;
    showDone(done);
    await query.refetch();
    catchFocus(() => list.current?.querySelector('button'));
  };

  return (
    <Card p={{ base: 'md', sm: 'xl' }}>
      <Stack gap="md">
        {canChange && canFind && (
          <RecordChoice
            label={t('groups.add')}
            placeholder={t('groups.addHint')}
            document={PeopleToAddDocument}
            variablesOf={({ search }) => ({ search })}
            choicesOf={({ users }) =>
              users.edges.map(({ node: { id, username, profile } }) => ({ value: id, label: `${profile.displayName} (${username ?? ''})` }))
            }
            value={null}
            onChoose={(userId) => userId !== null && void change(add, userId, t('groups.added'))}
          />
        )}
        <QueryState query={query} scope="part" skeleton={<ListSkeleton count={3} height={44} />}>
          {({ node }) => {
            if (node?.__typename !== 'Group' || node.members === null) return null;
            const { edges, totalCount, pageInfo } = node.members;
            if (edges.length === 0) return <Text c="dimmed">{t('groups.nobody')}</Text>;
            return (
              <>
                <ul ref={list} className={classes.list} aria-label={t('groups.members')}>
                  {edges.map(({ node: { id, username, profile } }) => (
                    <li key={id} className={classes.member}>
                      <Group gap="xs" className={classes.name ?? ''}>
                        {canFind ? (
                          <Anchor component={Link} to={recordPath('users', id)}>
                            {profile.displayName}
                          </Anchor>
                        ) : (
                          <Text>{profile.displayName}</Text>
                        )}
                        <Text c="dimmed" size="sm">
                          {username}
                        </Text>
                      </Group>
                      {canChange && (
                        <Button
                          variant="subtle"
                          size="compact-sm"
                          disabled={isRemoving}
                          aria-label={t('groups.removeName', { name: profile.displayName })}
                          onClick={() => void change(remove, id, t('groups.removed', { name: profile.displayName }))}
                        >
                          {t('groups.remove')}
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
                <LoadMore
                  pageInfo={pageInfo}
                  shown={{ count: edges.length, total: totalCount }}
                  onLoad={async (after) => void (await query.fetchMore({ variables: { first: pageSize, after } }))}
                />
              </>
            );
          }}
        </QueryState>
      </Stack>
    </Card>
  );
}
