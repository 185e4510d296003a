import { SimpleGrid } from '@mantine/core';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { CourseCard } from './course-card.tsx';

const CourseListConnection = graphql(`
  fragment CourseList_connection on CourseConnection {
    totalCount
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
  /** `shown`: how many courses are there already. */
  onLoadMore: (after: string, shown: number) => Promise<unknown>;
}

export function CourseList({ connection, onLoadMore }: CourseListProps) {
  const { totalCount, edges, pageInfo } = readFragment(CourseListConnection, connection);
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="lg" verticalSpacing="lg">
        {edges.map(({ node }) => (
          <CourseCard key={node.id} course={node} order={3} />
        ))}
      </SimpleGrid>
      <LoadMore
        pageInfo={pageInfo}
        shown={{ count: edges.length, total: totalCount }}
        onLoad={(after) => onLoadMore(after, edges.length)}
      />
    </>
  );
}
