import { useQuery, useSubscription } from '@apollo/client/react';
import { Navigate, useParams } from 'react-router';
import { CourseOutline } from '../../features/course/course-outline.tsx';
import { graphql } from '../../gql/gql.ts';
import { teachCoursePath } from '../../lib/paths.ts';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { OutlineSkeleton } from '../../ui/skeletons.tsx';
import { CourseWorkspaceSkeleton } from './course-workspace-skeleton.tsx';
import { CourseWorkspace } from './course-workspace.tsx';

const CourseEditorPageDocument = graphql(`
  query CourseEditorPage($slug: String!) {
    courseBySlug(slug: $slug) {
      id
      slug
      ...CourseWorkspace_course
      ...CourseOutline_course
    }
  }
`);

const CourseEditorChanges = graphql(`
  subscription CourseEditorChanges($courseId: ID!) {
    courseStructureChanged(courseId: $courseId) {
      course {
        id
        ...CourseWorkspace_course
        ...CourseOutline_course
      }
    }
  }
`);

export function CourseEditorPage() {
  const { slug = '' } = useParams();
  const query = useQuery(CourseEditorPageDocument, { variables: { slug } });
  const courseId = query.data?.courseBySlug?.id;
  // What a colleague changes comes into the cache, and so onto the page.
  useSubscription(CourseEditorChanges, {
    variables: { courseId: courseId ?? '' },
    skip: courseId === undefined,
    ignoreResults: true,
    // The course is not to be seen any more, or not as before: the page's own query says what is left.
    onError: () => void query.refetch().catch(() => undefined),
  });
  return (
    <QueryState
      query={query}
      skeleton={
        <CourseWorkspaceSkeleton>
          <OutlineSkeleton />
        </CourseWorkspaceSkeleton>
      }
    >
      {({ courseBySlug: course }) => {
        if (course === null) return <NothingHere />;
        if (course.slug !== slug) return <Navigate to={teachCoursePath(course.slug)} replace />;
        return (
          <CourseWorkspace course={course}>
            <CourseOutline course={course} />
          </CourseWorkspace>
        );
      }}
    </QueryState>
  );
}
