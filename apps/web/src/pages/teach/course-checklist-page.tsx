import { useQuery } from '@apollo/client/react';
import { Navigate, useParams } from 'react-router';
import { PublishingChecklist } from '../../features/course/publishing-checklist.tsx';
import { graphql } from '../../gql/gql.ts';
import { courseChecklistPath } from '../../lib/paths.ts';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { CourseWorkspaceSkeleton } from './course-workspace-skeleton.tsx';
import { CourseWorkspace } from './course-workspace.tsx';

const CourseChecklistPageDocument = graphql(`
  query CourseChecklistPage($slug: String!) {
    courseBySlug(slug: $slug) {
      id
      slug
      ...CourseWorkspace_course
      ...PublishingChecklist_course
    }
  }
`);

export function CourseChecklistPage() {
  const { slug = '' } = useParams();
  // What was mended a moment ago is no problem any more.
  const query = useQuery(CourseChecklistPageDocument, { variables: { slug }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  return (
    <QueryState
      query={query}
      skeleton={
        <CourseWorkspaceSkeleton>
          <ListSkeleton count={4} height={72} />
        </CourseWorkspaceSkeleton>
      }
    >
      {({ courseBySlug: course }) => {
        if (course === null) return <NothingHere />;
        if (course.slug !== slug) return <Navigate to={courseChecklistPath(course.slug)} replace />;
        return (
          <CourseWorkspace course={course}>
            <PublishingChecklist course={course} />
          </CourseWorkspace>
        );
      }}
    </QueryState>
  );
}
