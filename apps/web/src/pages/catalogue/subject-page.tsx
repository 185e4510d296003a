import { useQuery } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { IconBooks } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CourseList } from '../../features/course/course-list.tsx';
import { CourseOrderSelect, useCourseOrder } from '../../features/course/course-order.tsx';
import { graphql } from '../../gql/gql.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';

const SubjectPageDocument = graphql(`
  query SubjectPage($slug: String!, $orderBy: [CourseOrder!], $after: String) {
    subjectBySlug(slug: $slug) {
      id
      title
      courseCount
      courses(first: 12, after: $after, orderBy: $orderBy) {
        ...CourseList_connection
      }
    }
  }
`);

export function SubjectPage() {
  const { t } = useTranslation('catalogue');
  const { slug = '' } = useParams();
  const query = useQuery(SubjectPageDocument, { variables: { slug, orderBy: useCourseOrder() } });

  return (
    <QueryState query={query}>
      {({ subjectBySlug: subject }) => {
        if (subject === null) return <NothingHere />;
        return (
          <Page
            title={subject.title}
            eyebrow={
              <Anchor component={Link} to="/" size="sm" fw={600}>
                {t('allSubjects')}
              </Anchor>
            }
            lead={t('courses', { count: subject.courseCount })}
            actions={<CourseOrderSelect />}
          >
            {subject.courseCount === 0 ? (
              <EmptyState icon={IconBooks} title={t('empty.title')}>
                {t('empty.text')}
              </EmptyState>
            ) : (
              <CourseList order={2} connection={subject.courses} onLoadMore={(after) => query.fetchMore({ variables: { after } })} />
            )}
          </Page>
        );
      }}
    </QueryState>
  );
}
