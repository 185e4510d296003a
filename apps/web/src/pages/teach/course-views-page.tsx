import { useQuery } from '@apollo/client/react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { CourseStatistics, statisticsRanges } from '../../features/course/course-statistics.tsx';
import { graphql } from '../../gql/gql.ts';
import { courseViewsPath } from '../../lib/paths.ts';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { CourseWorkspaceSkeleton } from './course-workspace-skeleton.tsx';
import { CourseWorkspace } from './course-workspace.tsx';

const CourseViewsPageDocument = graphql(`
  query CourseViewsPage($slug: String!, $days: Int!) {
    courseBySlug(slug: $slug) {
      id
      slug
      ...CourseWorkspace_course
      ...CourseStatistics_course
    }
  }
`);

const defaultDays = 30;

export function CourseViewsPage() {
  const { slug = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const days = statisticsRanges.find((range) => String(range) === search.get('days')) ?? defaultDays;
  const { previousData, ...query } = useQuery(CourseViewsPageDocument, { variables: { slug, days } });
  return (
    <QueryState
      // The last range stays on the page until the next one is there.
      query={{ ...query, data: query.data ?? previousData }}
      skeleton={
        <CourseWorkspaceSkeleton>
          <ListSkeleton count={2} height={280} />
        </CourseWorkspaceSkeleton>
      }
    >
      {({ courseBySlug: course }) => {
        if (course === null) return <NothingHere />;
        if (course.slug !== slug) return <Navigate to={courseViewsPath(course.slug)} replace />;
        return (
          <CourseWorkspace course={course}>
            <CourseStatistics
              course={course}
              days={days}
              onDays={(chosen) =>
                setSearch(chosen === defaultDays ? {} : { days: String(chosen) }, { replace: true, preventScrollReset: true })
              }
            />
          </CourseWorkspace>
        );
      }}
    </QueryState>
  );
}
