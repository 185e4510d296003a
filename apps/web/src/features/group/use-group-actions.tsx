import { useApolloClient } from '@apollo/client/react';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { RecordNames } from '../../ui/admin/record-names.tsx';
import type { RecordAction } from '../../ui/admin/use-record-action.ts';
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
  const { cache } = useApolloClient();
  const deleteGroup = useRequest(DeleteGroupDocument);
  return [
    {
      key: 'delete',
      label: t('records:delete'),
      icon: <IconTrash size={18} stroke={1.7} aria-hidden />,
      isDangerous: true,
      isFor: ({ viewerCanDelete }) => viewerCanDelete,
      question: (groups) => ({
        title: t('groups.delete.title', { count: groups.length }),
        children: <RecordNames records={groups.map(({ id, name }) => ({ id, title: name }))}>{t('groups.delete.text')}</RecordNames>,
      }),
      act: async ({ id }) => {
        const payload = await deleteGroup({ input: { id } });
        if (payload.deletedGroupId !== null) cache.evict({ id: `Group:${id}` });
        return payload;
      },
      done: (count) => t('groups.delete.done', { count }),
    },
  ];
}
