import { useQuery } from '@apollo/client/react';
import { Button, Group, Title } from '@mantine/core';
import { IconBooks, IconZoomExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { courseLanguageIn, CourseLanguageSelect } from '../../features/course/course-language.tsx';
import { CourseList } from '../../features/course/course-list.tsx';
import { courseOrderIn, CourseOrderSelect } from '../../features/course/course-order.tsx';
import { CourseSearch, searchWordsIn } from '../../features/course/course-search.tsx';
import { SubjectFilter } from '../../features/subject/subject-filter.tsx';
import { graphql } from '../../gql/gql.ts';
import { earlyAnswers } from '../../lib/early-answers.ts';
import { useListLength } from '../../lib/list-length.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { CourseBrowserSkeleton } from './course-browser-skeleton.tsx';
import classes from './course-browser.module.css';

const CourseBrowserDocument = graphql(`
  query CourseBrowser(
    $first: Int!
    $after: String
    $search: String
    $filter: CourseFilter
    $orderBy: [CourseOrder!]
    $withSubjects: Boolean!
  ) {
    subjects(first: 100, orderBy: [{ field: TITLE, direction: ASC }]) @include(if: $withSubjects) {
      edges {
        node {
          id
          courseCount
          ...SubjectFilter_subject
        }
      }
    }
    courseLanguages(search: $search, filter: $filter) {
      ...CourseLanguageSelect_language
    }
    courses(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
      totalCount
      ...CourseList_connection
    }
  }
`);

const pageSize = 12;

/** Which courses the address asks for, and in which order. */
function choiceIn(params: URLSearchParams, ofSubject: string | undefined) {
  const search = searchWordsIn(params);
  const language = courseLanguageIn(params);
  const subjectSlug = ofSubject ?? params.get('subject');
  return {
    search,
    filter: subjectSlug === null && language === null ? null : { subjectSlug, language },
    orderBy: courseOrderIn(params, { isSearch: search !== null }),
    withSubjects: ofSubject === undefined,
  };
}

/** A list that was longer when one left it is asked for as long by the page itself. */
export const askCourses = (params: URLSearchParams, ofSubject?: string): Promise<unknown> =>
  earlyAnswers.ask(CourseBrowserDocument, { first: pageSize, ...choiceIn(params, ofSubject) });

function NoCourses({ search }: { search: string | null }) {
  const { t } = useTranslation('catalogue');
  const [params] = useSearchParams();
  const all = (
    <Button component={Link} to={{ search: '' }} replace preventScrollReset variant="default">
      {t('nothingFound.all')}
    </Button>
  );
  if (search === null && params.size === 0) {
    return (
      <EmptyState icon={IconBooks} title={t('empty.title')} order={3}>
        {t('empty.text')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconZoomExclamation}
      title={search === null ? t('nothingFound.filtered') : t('nothingFound.title', { search })}
      action={all}
      order={3}
    >
      {t(search === null ? 'nothingFound.filteredText' : 'nothingFound.text')}
    </EmptyState>
  );
}

/** Published courses, searched, narrowed and ordered by what stands in the address; of one subject when `ofSubject` names it. */
export function CourseBrowser({ ofSubject }: { ofSubject?: string }) {
  const { t } = useTranslation('catalogue');
  const [params] = useSearchParams();
  const search = searchWordsIn(params);
  const { first, keep } = useListLength(pageSize);
  const query = useQuery(CourseBrowserDocument, { variables: { first, ...choiceIn(params, ofSubject) } });

  const loadMore = async (after: string, shown: number): Promise<void> => {
    await query.fetchMore({ variables: { after, first: pageSize } });
    keep(shown + pageSize);
  };

  return (
    <>
      <CourseSearch />
      {/* Another subject's courses, or another search's, come in place of these, without a jump. */}
      <QueryState
        query={{ ...query, data: query.data ?? query.previousData }}
        skeleton={<CourseBrowserSkeleton count={first} withSubjects={ofSubject === undefined} />}
      >
        {({ subjects, courseLanguages, courses }) => (
          <div className={classes.results} data-stale={query.data === undefined || undefined}>
            {subjects !== undefined && (
              <SubjectFilter
                subjects={subjects.edges.map(({ node }) => node)}
                courseCount={subjects.edges.reduce((sum, { node }) => sum + node.courseCount, 0)}
              />
            )}
            <div className={classes.head}>
              <Title order={2} aria-live="polite">
                {search === null ? t('courses', { count: courses.totalCount }) : t('found', { count: courses.totalCount, search })}
              </Title>
              <Group gap="xs" className={classes.tools}>
                <CourseLanguageSelect languages={courseLanguages} />
                <CourseOrderSelect isSearch={search !== null} />
              </Group>
            </div>
            {courses.totalCount === 0 ? <NoCourses search={search} /> : <CourseList connection={courses} onLoadMore={loadMore} />}
          </div>
        )}
      </QueryState>
    </>
  );
}
