import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { useAction } from '../../ui/send.ts';
import { RestoreButton } from './restore-button.tsx';
import { TrashRow } from './trash-row.tsx';
import { useRestored } from './use-restored.ts';

const TrashedCourseRowCourse = graphql(`
  fragment TrashedCourseRow_course on TrashedCourse {
    __typename
    id
    courseId
    title
    language
    deletedAt
    expiresAt
    deletedBy {
      ...TrashRow_user
    }
  }
`);

const RestoreCourseDocument = graphql(`
  mutation RestoreCourse($input: RestoreCourseInput!) {
    restoreCourse(input: $input) {
      course {
        id
        slug
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface TrashedCourseRowProps {
  course: FragmentType<typeof TrashedCourseRowCourse>;
  /** The list of courses is read again. */
  onRestored: () => Promise<unknown>;
}

export function TrashedCourseRow({ course: ref, onRestored }: TrashedCourseRowProps) {
  const course = readFragment(TrashedCourseRowCourse, ref);
  const [restoreCourse, isRestoring] = useAction(RestoreCourseDocument);
  const bringBack = useRestored();

  const restore = async (telling: { title: string }): Promise<object | null> => {
    const done = await restoreCourse({ input: { id: course.courseId } }, telling);
    if (done !== null) await onRestored();
    return done;
  };

  return (
    <TrashRow trashed={course} language={course.language}>
      <RestoreButton title={course.title} isRestoring={isRestoring} onRestore={(button) => void bringBack(course, button, restore)} />
    </TrashRow>
  );
}
