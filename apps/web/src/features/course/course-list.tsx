import { SimpleGrid } from '@mantine/core';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { CourseCard } from './course-card.tsx';

const CourseListConnection = graphql(`
  fragment CourseList_connection on CourseConnection {
    edges {
      node {
        id
        ...CourseCard_course
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

interface CourseListProps {
  connection: FragmentType<typeof CourseListConnection>;
  onLoadMore: (after: string) => Promise<unknown>;
  /** Of the courses' titles. */
  order?: 2 | 3;
}

export function CourseList({ connection, onLoadMore, order = 3 }: CourseListProps) {
  const { edges, pageInfo } = readFragment(CourseListConnection, connection);
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="lg" verticalSpacing="lg">
        {edges.map(({ node }) => (
          <CourseCard key={node.id} course={node} order={order} />
        ))}
      </SimpleGrid>
      <LoadMore pageInfo={pageInfo} onLoad={onLoadMore} />
    </>
  );
}
