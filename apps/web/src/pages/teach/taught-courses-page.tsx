import { useQuery } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import { IconChalkboard, IconLock, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CourseRow } from '../../features/course/course-row.tsx';
import { TrashedCourseList } from '../../features/trash/trashed-course-list.tsx';
import { graphql } from '../../gql/gql.ts';
import { newCoursePath } from '../../lib/paths.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton, PageSkeleton } from '../../ui/skeletons.tsx';

const TaughtCoursesPageDocument = graphql(`
  query TaughtCoursesPage($after: String, $trashAfter: String) {
    viewer {
      id
      viewerCanCreateCourse
      courses(first: 20, after: $after, orderBy: [{ field: UPDATED_AT, direction: DESC }]) {
        edges {
          node {
            id
            ...CourseRow_course
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      trashedCourses(first: 20, after: $trashAfter) {
        ...TrashedCourseList_connection
      }
    }
  }
`);

function NewCourseButton({ label }: { label: string }) {
  return (
    <Button component={Link} to={newCoursePath} size="md" leftSection={<IconPlus size={18} aria-hidden />}>
      {label}
    </Button>
  );
}

export function TaughtCoursesPage() {
  const { t } = useTranslation('teaching');
  const query = useQuery(TaughtCoursesPageDocument);
  const skeleton = (
    <PageSkeleton>
      <ListSkeleton height={130} />
    </PageSkeleton>
  );
  return (
    <QueryState query={query} skeleton={skeleton}>
      {({ viewer }) => {
        const courses = viewer?.courses.edges ?? [];
        const canCreate = viewer?.viewerCanCreateCourse === true;
        return (
          <Page
            title={t('title')}
            lead={canCreate ? t('lead') : undefined}
            actions={canCreate && courses.length > 0 && <NewCourseButton label={t('newCourse')} />}
          >
            {courses.length === 0 && canCreate && (
              <EmptyState icon={IconChalkboard} title={t('empty.title')} action={<NewCourseButton label={t('empty.action')} />}>
                {t('empty.text')}
              </EmptyState>
            )}
            {courses.length === 0 && !canCreate && (
              <EmptyState icon={IconLock} title={t('notAllowed.title')}>
                {t('notAllowed.text')}
              </EmptyState>
            )}
            <Stack gap="md">
              {courses.map(({ node }) => (
                <CourseRow key={node.id} course={node} />
              ))}
            </Stack>
            {viewer && <LoadMore pageInfo={viewer.courses.pageInfo} onLoad={(after) => query.fetchMore({ variables: { after } })} />}
            {viewer?.trashedCourses && (
              <TrashedCourseList
                courses={viewer.trashedCourses}
                onRestored={() => query.refetch()}
                onLoad={(trashAfter) => query.fetchMore({ variables: { trashAfter } })}
              />
            )}
          </Page>
        );
      }}
    </QueryState>
  );
}
