import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import type { RecordAction } from '../../ui/admin/use-record-action.ts';
import { useRemoval } from '../../ui/admin/use-removal.tsx';
import { useRequest } from '../../ui/send.ts';

const DeleteGroupDocument = graphql(`
  mutation DeleteGroup($input: DeleteGroupInput!) {
    deleteGroup(input: $input) {
      deletedGroupId
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** What administrators can do with a group, or with many. */
export function useGroupActions(): readonly RecordAction<{ id: string; name: string; viewerCanDelete: boolean }>[] {
  const { t } = useTranslation(['people', 'records']);
  const deleteGroup = useRequest(DeleteGroupDocument);
  return [
    useRemoval({
      key: 'delete',
      label: t('records:delete'),
      icon: <IconTrash size={18} stroke={1.7} aria-hidden />,
      typeName: 'Group',
      isFor: ({ viewerCanDelete }) => viewerCanDelete,
      nameOf: ({ name }) => name,
      title: (count) => t('groups.delete.title', { count }),
      text: t('groups.delete.text'),
      remove: deleteGroup,
      done: (count) => t('groups.delete.done', { count }),
    }),
  ];
}
