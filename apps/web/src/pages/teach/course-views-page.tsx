import { useQuery } from '@apollo/client/react';
import { Navigate, useParams } from 'react-router';
import { CourseViews } from '../../features/course/course-views.tsx';
import { graphql } from '../../gql/gql.ts';
import { courseViewsPath } from '../../lib/paths.ts';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { CourseWorkspaceSkeleton } from './course-workspace-skeleton.tsx';
import { CourseWorkspace } from './course-workspace.tsx';

const CourseViewsPageDocument = graphql(`
  query CourseViewsPage($slug: String!) {
    courseBySlug(slug: $slug) {
      id
      slug
      ...CourseWorkspace_course
      ...CourseViews_course
    }
  }
`);

export function CourseViewsPage() {
  const { slug = '' } = useParams();
  const query = useQuery(CourseViewsPageDocument, { variables: { slug } });
  return (
    <QueryState
      query={query}
      skeleton={
        <CourseWorkspaceSkeleton>
          <ListSkeleton count={1} height={280} />
        </CourseWorkspaceSkeleton>
      }
    >
      {({ courseBySlug: course }) => {
        if (course === null) return <NothingHere />;
        if (course.slug !== slug) return <Navigate to={courseViewsPath(course.slug)} replace />;
        return (
          <CourseWorkspace course={course}>
            <CourseViews course={course} />
          </CourseWorkspace>
        );
      }}
    </QueryState>
  );
}
