import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import type { Permission } from '../../gql/graphql.ts';
import { newRecordPath, recordPath } from '../../lib/admin-paths.ts';
import type { AdminKind } from '../../ui/admin/admin-kind.ts';
import { ChoiceFilter } from '../../ui/admin/list-tools.tsx';
import { RecordList } from '../../ui/admin/record-list.tsx';
import { GroupRecordPage } from './group-record-page.tsx';
import { permissionNames } from './permission-names.ts';
import { useGroupActions } from './use-group-actions.tsx';

const AdminGroupsDocument = graphql(`
  query AdminGroups($first: Int!, $after: String, $search: String, $filter: GroupFilter, $orderBy: [GroupOrder!]) {
    viewer {
      id
      viewerCanManageGroups
    }
    groups(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
      totalCount
      edges {
        node {
          id
          name
          description
          permissions
          memberCount
          viewerCanDelete
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

function GroupRecordList() {
  const { t } = useTranslation('people');
  const named = (permissions: readonly Permission[]) => permissions.map((permission) => t(`permission.${permission}.name`)).join(', ');
  return (
    <RecordList
      title={t('groups.title')}
      lead={t('groups.lead')}
      fileName="groups"
      document={AdminGroupsDocument}
      connectionOf={({ groups }) => groups}
      variablesOf={({ first, after, search, order, oneOf }) => ({
        first,
        after,
        search,
        orderBy: [order],
        filter: { permission: oneOf('permission', permissionNames) },
      })}
      defaultOrder={{ field: 'NAME', direction: 'ASC' }}
      columns={[
        { key: 'name', label: t('groups.name'), text: ({ name }) => name, order: 'NAME' },
        { key: 'description', label: t('groups.description'), text: ({ description }) => description || '–' },
        { key: 'permissions', label: t('groups.permissions'), text: ({ permissions }) => named(permissions) || t('groups.nothing') },
        { key: 'members', label: t('groups.members'), text: ({ memberCount }) => memberCount ?? 0, order: 'MEMBER_COUNT', isNumber: true },
      ]}
      nameOf={({ name }) => name}
      pathOf={({ id }) => recordPath('groups', id)}
      searchLabel={t('groups.search')}
      filters={({ value, set }) => (
        <ChoiceFilter
          label={t('groups.permission')}
          choices={permissionNames.map((permission) => ({ value: permission, label: t(`permission.${permission}.name`) }))}
          value={value('permission')}
          onChoose={(permission) => set('permission', permission)}
        />
      )}
      actions={useGroupActions()}
      create={({ viewer }) => viewer?.viewerCanManageGroups === true && { path: newRecordPath('groups'), label: t('groups.new') }}
      empty={{ title: t('groups.none.title'), text: t('groups.none.text') }}
    />
  );
}

export const groupAdmin: AdminKind = { List: GroupRecordList, Form: GroupRecordPage };
