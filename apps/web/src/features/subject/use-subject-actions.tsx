import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import type { RecordAction } from '../../ui/admin/use-record-action.ts';
import { useRemoval } from '../../ui/admin/use-removal.tsx';
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
  const deleteSubject = useRequest(DeleteSubjectDocument);
  return [
    useRemoval({
      key: 'delete',
      label: t('delete'),
      icon: <IconTrash size={18} stroke={1.7} aria-hidden />,
      typeName: 'Subject',
      isFor: ({ viewerCanDelete }) => viewerCanDelete,
      nameOf: ({ title }) => title,
      title: (count) => t('subjects.delete.title', { count }),
      text: t('subjects.delete.text'),
      remove: deleteSubject,
      done: (count) => t('subjects.delete.done', { count }),
    }),
  ];
}
