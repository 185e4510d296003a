import { useQuery } from '@apollo/client/react';
import { Container, Text, Title } from '@mantine/core';
import { IconBooks } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CourseList } from '../../features/course/course-list.tsx';
import { graphql } from '../../gql/gql.ts';
import { useListLength } from '../../lib/list-length.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { PageTitle } from '../../ui/page.tsx';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { PageSkeleton } from '../../ui/skeletons.tsx';
import { CourseBrowserSkeleton } from './course-browser-skeleton.tsx';
import pageClasses from '../../ui/page.module.css';
import classes from './person-page.module.css';

const PersonPageDocument = graphql(`
  query PersonPage($id: ID!, $first: Int!, $after: String) {
    node(id: $id) {
      __typename
      id
      ... on User {
        profile {
          displayName
          bio
          ...PersonAvatar_profile
        }
      }
    }
    courses(first: $first, after: $after, filter: { ownerId: $id }, orderBy: [{ field: PUBLISHED_AT, direction: DESC }]) {
      totalCount
      ...CourseList_connection
    }
  }
`);

const pageSize = 12;

/** A person as whoever may know of them sees them: name, picture, words, and what they have in the catalogue. */
export function PersonPage() {
  const { t } = useTranslation('catalogue');
  const { id = '' } = useParams();
  const { first, keep } = useListLength(pageSize);
  const query = useQuery(PersonPageDocument, { variables: { id, first } });
  const loadMore = async (after: string, shown: number): Promise<void> => {
    await query.fetchMore({ variables: { after, first: pageSize } });
    keep(shown + pageSize);
  };

  return (
    <QueryState
      query={query}
      skeleton={
        <PageSkeleton>
          <CourseBrowserSkeleton count={3} withSubjects={false} />
        </PageSkeleton>
      }
    >
      {({ node: person, courses }) => {
        if (person?.__typename !== 'User') return <NothingHere />;
        const { displayName, bio } = person.profile;
        return (
          <Container size={1160} className={pageClasses.page}>
            <div className={classes.head}>
              <PersonAvatar profile={person.profile} size={120} />
              <div className={classes.words}>
                {courses.totalCount > 0 && (
                  <Text size="sm" c="dimmed" fw={600}>
                    {t('person.instructor')}
                  </Text>
                )}
                <PageTitle>{displayName}</PageTitle>
                {bio !== '' && (
                  <Text size="lg" className={classes.bio}>
                    {bio}
                  </Text>
                )}
              </div>
            </div>
            <Title order={2} mb="lg">
              {t('courses', { count: courses.totalCount })}
            </Title>
            {courses.totalCount === 0 ? (
              <EmptyState icon={IconBooks} title={t('person.noCourses')} order={3}>
                {t('person.noCoursesText')}
              </EmptyState>
            ) : (
              <CourseList connection={courses} onLoadMore={loadMore} />
            )}
          </Container>
        );
      }}
    </QueryState>
  );
}
