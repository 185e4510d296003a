import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { newRecordPath, recordPath } from '../../lib/admin-paths.ts';
import { formatSheetDay, formatShortDay } from '../../lib/dates.ts';
import type { AdminKind } from '../../ui/admin/admin-kind.ts';
import { ChoiceFilter } from '../../ui/admin/list-tools.tsx';
import { RecordChoice } from '../../ui/admin/record-choice.tsx';
import { RecordList } from '../../ui/admin/record-list.tsx';
import { ImportUsersLink } from './import-users-link.tsx';
import { useUserActions } from './use-user-actions.tsx';
import { UserRecordPage } from './user-record-page.tsx';
import { UserState, useUserState } from './user-state.tsx';

const AdminUsersDocument = graphql(`
  query AdminUsers($first: Int!, $after: String, $search: String, $filter: UserFilter, $orderBy: [UserOrder!]) {
    users(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
      totalCount
      edges {
        node {
          id
          username
          email
          isSuperuser
          isEmailConfirmed
          suspendedAt
          lastSignedInAt
          viewerCanManage
          viewerCanSuspend
          viewerCanSetSuperuser
          profile {
            displayName
          }
          groups {
            id
            name
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

const UserGroupsDocument = graphql(`
  query UserGroups($search: String, $ids: [ID!]!, $isNamed: Boolean!) {
    groups(first: 50, search: $search) @skip(if: $isNamed) {
      edges {
        node {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    nodes(ids: $ids) @include(if: $isNamed) {
      __typename
      id
      ... on Group {
        name
      }
    }
  }
`);

const states = ['suspended', 'active', 'unconfirmed', 'superuser'] as const;
const filterOf = {
  suspended: { isSuspended: true },
  active: { isSuspended: false },
  unconfirmed: { isEmailConfirmed: false },
  superuser: { isSuperuser: true },
} as const;

interface UserFiltersProps {
  value: (filter: string) => string | null;
  set: (filter: string, value: string | null) => void;
}

function UserFilters({ value, set }: UserFiltersProps) {
  const { t } = useTranslation('people');
  return (
    <>
      <RecordChoice
        label={t('users.group')}
        document={UserGroupsDocument}
        variablesOf={({ search, ids }) => ({ search, ids: ids ?? [], isNamed: ids !== null })}
        choicesOf={({ groups, nodes }) => [
          ...(groups?.edges ?? []).map(({ node: { id, name } }) => ({ value: id, label: name })),
          ...(nodes ?? []).flatMap((node) => (node?.__typename === 'Group' ? [{ value: node.id, label: node.name }] : [])),
        ]}
        value={value('group')}
        onChoose={(group) => set('group', group)}
      />
      <ChoiceFilter
        label={t('users.state.label')}
        choices={states.map((state) => ({ value: state, label: t(`users.state.${state}`) }))}
        value={value('state')}
        onChoose={(state) => set('state', state)}
      />
    </>
  );
}

function UserRecordList() {
  const { t, i18n } = useTranslation('people');
  const stateOf = useUserState();
  return (
    <RecordList
      title={t('users.title')}
      fileName="users"
      document={AdminUsersDocument}
      connectionOf={({ users }) => users}
      variablesOf={({ first, after, search, order, value, oneOf }) => {
        const state = oneOf('state', states);
        return { first, after, search, orderBy: [order], filter: { groupId: value('group'), ...(state !== null && filterOf[state]) } };
      }}
      defaultOrder={{ field: 'NAME', direction: 'ASC' }}
      columns={[
        { key: 'name', label: t('users.name'), text: ({ profile }) => profile.displayName, order: 'NAME' },
        { key: 'username', label: t('users.username'), text: ({ username }) => username ?? '', order: 'USERNAME' },
        { key: 'email', label: t('users.email'), text: ({ email }) => email ?? '', order: 'EMAIL' },
        { key: 'groups', label: t('users.groups'), text: ({ groups }) => (groups ?? []).map(({ name }) => name).join(', ') },
        {
          key: 'state',
          label: t('users.state.label'),
          text: (user) =>
            stateOf(user)
              .map(({ text }) => text)
              .join(', '),
          cell: (user) => <UserState user={user} />,
        },
        {
          key: 'signedIn',
          label: t('users.signedIn'),
          text: ({ lastSignedInAt }) => (lastSignedInAt === null ? '' : formatSheetDay(lastSignedInAt)),
          cell: ({ lastSignedInAt }) => (lastSignedInAt === null ? t('users.never') : formatShortDay(lastSignedInAt, i18n.language)),
          order: 'LAST_SIGNED_IN_AT',
          isWhole: true,
        },
      ]}
      nameOf={({ profile }) => profile.displayName}
      pathOf={({ id }) => recordPath('users', id)}
      searchLabel={t('users.search')}
      filters={(tools) => <UserFilters {...tools} />}
      actions={useUserActions()}
      aside={<ImportUsersLink />}
      create={() => ({ path: newRecordPath('users'), label: t('users.new') })}
      empty={{ title: t('users.none.title'), text: t('users.none.text') }}
    />
  );
}

export const userAdmin: AdminKind = { List: UserRecordList, Form: UserRecordPage };
