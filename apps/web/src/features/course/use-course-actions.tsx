import { useApolloClient } from '@apollo/client/react';
import { trashDays } from '@cursus/rules/trash';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { courseChecklistPath } from '../../lib/paths.ts';
import { confirm } from '../../ui/confirm.tsx';
import { useAction } from '../../ui/send.ts';
import { showDone, showFailure, showUndoable } from '../../ui/toast.tsx';

export const CourseActionsCourse = graphql(`
  fragment CourseActions_course on Course {
    id
    title
    slug
    status
    publishedAt
    updatedAt
    moduleCount
    contentCount
    studentCount
    viewerCanEdit
    viewerCanDelete
  }
`);

export const PublishCourseDocument = graphql(`
  mutation PublishCourse($input: PublishCourseInput!) {
    publishCourse(input: $input) {
      course {
        ...CourseActions_course
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

export const UnpublishCourseDocument = graphql(`
  mutation UnpublishCourse($input: UnpublishCourseInput!) {
    unpublishCourse(input: $input) {
      course {
        ...CourseActions_course
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

export const ArchiveCourseDocument = graphql(`
  mutation ArchiveCourse($input: ArchiveCourseInput!) {
    archiveCourse(input: $input) {
      course {
        ...CourseActions_course
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

export const DeleteCourseDocument = graphql(`
  mutation DeleteCourse($input: DeleteCourseInput!) {
    deleteCourse(input: $input) {
      deletedCourseId
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const RestoreDeletedCourseDocument = graphql(`
  mutation RestoreDeletedCourse($input: RestoreCourseInput!) {
    restoreCourse(input: $input) {
      course {
        ...CourseActions_course
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const PublishingProblemsDocument = graphql(`
  query PublishingProblems($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Course {
        publishingChecklist {
          problems {
            code
          }
        }
      }
    }
  }
`);

/** What becomes of a course as a whole; each asks first and says what it means for students. */
export function useCourseActions(ref: FragmentType<typeof CourseActionsCourse>, onDeleted?: () => void | Promise<void>) {
  const { t } = useTranslation('teaching');
  const { t: tell } = useTranslation('arranging');
  const course = readFragment(CourseActionsCourse, ref);
  const { id, slug, title, moduleCount, contentCount, studentCount } = course;
  const input = { id };
  const client = useApolloClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const checklistPath = courseChecklistPath(slug);
  const [publishCourse, isPublishing] = useAction(PublishCourseDocument);
  const [unpublishCourse] = useAction(UnpublishCourseDocument);
  const [archiveCourse] = useAction(ArchiveCourseDocument);
  const [deleteCourse] = useAction(DeleteCourseDocument);
  const [restoreCourse] = useAction(RestoreDeletedCourseDocument);
  const cancelLabel = t('cancel');
  const telling = { title: tell('unchanged', { title }) };

  const hasProblems = async (): Promise<boolean | null> => {
    try {
      const { data } = await client.query({ query: PublishingProblemsDocument, variables: { id }, fetchPolicy: 'network-only' });
      const node = data?.node;
      return node?.__typename === 'Course' && (node.publishingChecklist?.problems.length ?? 0) > 0;
    } catch (error) {
      showFailure(error, { onRetry: () => void publish() });
      return null;
    }
  };

  /** What is to be mended is shown first; who has seen it publishes from there all the same. */
  const publish = async (): Promise<void> => {
    if (pathname !== checklistPath) {
      const found = await hasProblems();
      if (found === null) return;
      if (found) return navigate(checklistPath);
    }
    const children = t('publish.text');
    if (!(await confirm({ title: t('publish.title', { title }), children, confirmLabel: t('publish.confirm'), cancelLabel }))) return;
    if ((await publishCourse({ input }, telling)) !== null) showDone(t('publish.done', { title }));
  };

  const unpublish = async (): Promise<void> => {
    const children = t('unpublish.text', { count: studentCount });
    if (!(await confirm({ title: t('unpublish.title', { title }), children, confirmLabel: t('unpublish.confirm'), cancelLabel }))) return;
    if ((await unpublishCourse({ input }, telling)) !== null) showDone(t('unpublish.done', { title }));
  };

  const archive = async (): Promise<void> => {
    const children = t('archive.text');
    if (!(await confirm({ title: t('archive.title', { title }), children, confirmLabel: t('archive.confirm'), cancelLabel }))) return;
    if ((await archiveCourse({ input }, telling)) !== null) showDone(t('archive.done', { title }));
  };

  const remove = async (): Promise<void> => {
    const children = (
      <>
        {moduleCount + studentCount > 0 && t('delete.text')}
        {moduleCount + studentCount > 0 && (
          <ul>
            {moduleCount > 0 && <li>{t('delete.modules', { count: moduleCount })}</li>}
            {contentCount > 0 && <li>{t('delete.contents', { count: contentCount })}</li>}
            {studentCount > 0 && <li>{t('delete.students', { count: studentCount })}</li>}
          </ul>
        )}
        {tell('trash.lead', { count: trashDays })}
      </>
    );
    const question = { title: t('delete.title', { title }), children, confirmLabel: t('delete.confirm'), cancelLabel };
    if (!(await confirm({ ...question, isDangerous: true })) || (await deleteCourse({ input }, telling)) === null) return;
    await onDeleted?.();
    client.cache.evict({ id: `Course:${id}` });
    void client.refetchQueries({ include: 'active' });
    showUndoable(t('delete.done', { title }), { onUndo: () => void bringBack() });
  };

  const bringBack = async (): Promise<void> => {
    if ((await restoreCourse({ input }, { title: tell('trash.refused', { title }) })) === null) return;
    await client.refetchQueries({ include: 'active' });
    showDone(tell('trash.restored', { title }));
  };

  return { course, publish, isPublishing, unpublish, archive, remove };
}
