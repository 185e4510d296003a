import { useQuery } from '@apollo/client/react';
import { Box, Button, Container, Group, Stack, Text, Title } from '@mantine/core';
import { IconBooks, IconZoomExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { CourseList } from '../../features/course/course-list.tsx';
import { CourseOrderSelect, useCourseOrder } from '../../features/course/course-order.tsx';
import { CourseSearch, useSearchWords } from '../../features/course/course-search.tsx';
import { SubjectFilter } from '../../features/subject/subject-filter.tsx';
import { graphql } from '../../gql/gql.ts';
import { useIsSignedIn } from '../../lib/use-session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageTitle } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { CardGridSkeleton } from '../../ui/skeletons.tsx';
import classes from './catalogue-page.module.css';
import { HeroTrack } from './hero-track.tsx';

const CataloguePageDocument = graphql(`
  query CataloguePage($search: String, $filter: CourseFilter, $orderBy: [CourseOrder!], $after: String) {
    subjects(first: 100, orderBy: [{ field: TITLE, direction: ASC }]) {
      edges {
        node {
          id
          courseCount
          ...SubjectFilter_subject
        }
      }
    }
    courses(first: 12, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
      totalCount
      ...CourseList_connection
    }
  }
`);

function Hero() {
  const { t } = useTranslation('catalogue');
  const isSignedIn = useIsSignedIn();
  return (
    <Box className={classes.hero}>
      <HeroTrack />
      <Container className={classes.words}>
        <Stack gap="md" maw={620} align="flex-start">
          <PageTitle className={classes.title ?? ''}>{t('hero.title')}</PageTitle>
          <Text className={classes.lead}>{t('hero.lead')}</Text>
          <Group gap="sm" mt="xs">
            <Button component={Link} to={isSignedIn ? '/learn' : '/sign-up'} size="md" color="marigold.4" c="black">
              {t(isSignedIn ? 'hero.toLearning' : 'hero.signUp')}
            </Button>
            <Button component="a" href="#courses" size="md" className={classes.quiet}>
              {t('hero.browse')}
            </Button>
          </Group>
        </Stack>
      </Container>
    </Box>
  );
}

function NoCourses({ search }: { search: string | null }) {
  const { t } = useTranslation('catalogue');
  if (search === null) {
    return (
      <EmptyState icon={IconBooks} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    );
  }
  const all = (
    <Button component={Link} to="/" preventScrollReset variant="default">
      {t('nothingFound.all')}
    </Button>
  );
  return (
    <EmptyState icon={IconZoomExclamation} title={t('nothingFound.title', { search })} action={all} order={3}>
      {t('nothingFound.text')}
    </EmptyState>
  );
}

export function CataloguePage() {
  const { t } = useTranslation('catalogue');
  const [params] = useSearchParams();
  const subjectSlug = params.get('subject');
  const search = useSearchWords();
  const orderBy = useCourseOrder({ isSearch: search !== null });
  const filter = subjectSlug === null ? null : { subjectSlug };
  const query = useQuery(CataloguePageDocument, { variables: { search, filter, orderBy } });

  return (
    <>
      <Hero />
      <Container className={classes.catalogue} id="courses">
        <CourseSearch />
        {/* Another subject's courses, or another search's, come in place of these, without a jump. */}
        <QueryState query={{ ...query, data: query.data ?? query.previousData }} skeleton={<CardGridSkeleton />}>
          {({ subjects, courses }) => (
            <Stack gap="xl" mt="xl" className={classes.results} data-stale={query.data === undefined || undefined}>
              <SubjectFilter
                subjects={subjects.edges.map(({ node }) => node)}
                courseCount={subjects.edges.reduce((sum, { node }) => sum + node.courseCount, 0)}
              />
              <Group justify="space-between">
                <Title order={2} aria-live="polite">
                  {t('courses', { count: courses.totalCount })}
                </Title>
                <CourseOrderSelect isSearch={search !== null} />
              </Group>
              {courses.totalCount === 0 ? (
                <NoCourses search={search} />
              ) : (
                <CourseList connection={courses} onLoadMore={(after) => query.fetchMore({ variables: { after } })} />
              )}
            </Stack>
          )}
        </QueryState>
      </Container>
    </>
  );
}
