import { useApolloClient } from '@apollo/client/react';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { RecordNames } from '../../ui/admin/record-names.tsx';
import type { RecordAction } from '../../ui/admin/use-record-action.ts';
import { useRequest } from '../../ui/send.ts';

const DeleteSubjectDocument = graphql(`
  mutation DeleteSubject($input: DeleteSubjectInput!) {
    deleteSubject(input: $input) {
      deletedSubjectId
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** What administrators can do with a subject, or with many. */
export function useSubjectActions(): readonly RecordAction<{ id: string; title: string; viewerCanDelete: boolean }>[] {
  const { t } = useTranslation('records');
  const { cache } = useApolloClient();
  const deleteSubject = useRequest(DeleteSubjectDocument);
  return [
    {
      key: 'delete',
      label: t('delete'),
      icon: <IconTrash size={18} stroke={1.7} aria-hidden />,
      isDangerous: true,
      isFor: ({ viewerCanDelete }) => viewerCanDelete,
      question: (subjects) => ({
        title: t('subjects.delete.title', { count: subjects.length }),
        children: <RecordNames records={subjects}>{t('subjects.delete.text')}</RecordNames>,
      }),
      act: async ({ id }) => {
        const payload = await deleteSubject({ input: { id } });
        if (payload.deletedSubjectId !== null) cache.evict({ id: `Subject:${id}` });
        return payload;
      },
      done: (count) => t('subjects.delete.done', { count }),
    },
  ];
}
