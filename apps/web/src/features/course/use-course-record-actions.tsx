import { useApolloClient } from '@apollo/client/react';
import { trashDays } from '@cursus/rules/trash';
import { IconArchive, IconPencilPause, IconTrash, IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CourseStatus } from '../../gql/graphql.ts';
import { RecordNames } from '../../ui/admin/record-names.tsx';
import type { RecordAction } from '../../ui/admin/use-record-action.ts';
import { useRequest } from '../../ui/send.ts';
import { ArchiveCourseDocument, DeleteCourseDocument, PublishCourseDocument, UnpublishCourseDocument } from './use-course-actions.tsx';

interface CourseRecord {
  id: string;
  title: string;
  status: CourseStatus;
  viewerCanEdit: boolean;
  viewerCanDelete: boolean;
}

const icon = { size: 18, stroke: 1.7, 'aria-hidden': true } as const;

/** What administrators can do with a course, or with many: the same that its instructor can. */
export function useCourseRecordActions(): readonly RecordAction<CourseRecord>[] {
  const { t } = useTranslation('records');
  const { cache } = useApolloClient();
  const [publish, unpublish] = [useRequest(PublishCourseDocument), useRequest(UnpublishCourseDocument)];
  const [archive, remove] = [useRequest(ArchiveCourseDocument), useRequest(DeleteCourseDocument)];

  const action = (key: 'publish' | 'unpublish' | 'archive' | 'delete') => ({
    key,
    label: t(`courses.${key}.label`),
    question: (courses: readonly CourseRecord[]) => ({
      title: t(`courses.${key}.title`, { count: courses.length }),
      children: <RecordNames records={courses}>{t(`courses.${key}.text`, { count: trashDays })}</RecordNames>,
    }),
    done: (count: number) => t(`courses.${key}.done`, { count }),
  });

  return [
    {
      ...action('publish'),
      icon: <IconUpload {...icon} />,
      isFor: ({ status, viewerCanEdit }) => viewerCanEdit && status !== 'PUBLISHED',
      act: ({ id }) => publish({ input: { id } }),
    },
    {
      ...action('unpublish'),
      icon: <IconPencilPause {...icon} />,
      isFor: ({ status, viewerCanEdit }) => viewerCanEdit && status !== 'DRAFT',
      act: ({ id }) => unpublish({ input: { id } }),
    },
    {
      ...action('archive'),
      icon: <IconArchive {...icon} />,
      isFor: ({ status, viewerCanEdit }) => viewerCanEdit && status !== 'ARCHIVED',
      act: ({ id }) => archive({ input: { id } }),
    },
    {
      ...action('delete'),
      icon: <IconTrash {...icon} />,
      isDangerous: true,
      isFor: ({ viewerCanDelete }) => viewerCanDelete,
      act: async ({ id }) => {
        const payload = await remove({ input: { id } });
        if (payload.deletedCourseId !== null) cache.evict({ id: `Course:${id}` });
        return payload;
      },
    },
  ];
}
