import { trashDays } from '@cursus/rules/trash';
import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { TrashedCourseRow } from './trashed-course-row.tsx';
import classes from './trash-row.module.css';

const TrashedCourseListConnection = graphql(`
  fragment TrashedCourseList_connection on TrashedCourseConnection {
    edges {
      node {
        id
        ...TrashedCourseRow_course
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

interface TrashedCourseListProps {
  courses: FragmentType<typeof TrashedCourseListConnection>;
  onRestored: () => Promise<unknown>;
  onLoad: (after: string) => Promise<unknown>;
}

/** One's deleted courses, below those that are there. */
export function TrashedCourseList({ courses, onRestored, onLoad }: TrashedCourseListProps) {
  const { t } = useTranslation('arranging');
  const { edges, pageInfo } = readFragment(TrashedCourseListConnection, courses);
  if (edges.length === 0) return null;
  return (
    <section aria-labelledby="deleted-courses" className={classes.section}>
      <Title order={2} size="h3" id="deleted-courses">
        {t('trash.courses')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('trash.lead', { count: trashDays })}
      </Text>
      <ul className={classes.list}>
        {edges.map(({ node }) => (
          <TrashedCourseRow key={node.id} course={node} onRestored={onRestored} />
        ))}
      </ul>
      <LoadMore pageInfo={pageInfo} onLoad={onLoad} />
    </section>
  );
}
