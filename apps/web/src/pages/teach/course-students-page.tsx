import { useQuery } from '@apollo/client/react';
import { searchMaxLength } from '@cursus/rules/search';
import { Button, Card, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import { ExportStudents } from '../../features/enrolment/export-students.tsx';
import { StudentRow } from '../../features/enrolment/student-row.tsx';
import { graphql } from '../../gql/gql.ts';
import type { EnrolmentOrder } from '../../gql/graphql.ts';
import { newEnrolmentPath } from '../../lib/admin-paths.ts';
import { courseStudentsPath } from '../../lib/paths.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import classes from './course-students-page.module.css';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { CourseWorkspaceSkeleton } from './course-workspace-skeleton.tsx';
import { CourseWorkspace } from './course-workspace.tsx';

const CourseStudentsPageDocument = graphql(`
  query CourseStudentsPage($slug: String!, $search: String, $orderBy: [EnrolmentOrder!], $after: String) {
    viewer {
      id
      viewerCanManageEnrolments
    }
    courseBySlug(slug: $slug) {
      id
      slug
      studentCount
      status
      ...CourseWorkspace_course
      enrolments(first: 25, after: $after, search: $search, orderBy: $orderBy) {
        totalCount
        edges {
          node {
            id
            ...StudentRow_enrolment
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const orders = {
  awayLongest: { field: 'LAST_ACTIVE_AT', direction: 'ASC' },
  activeLast: { field: 'LAST_ACTIVE_AT', direction: 'DESC' },
  leastDone: { field: 'PROGRESS', direction: 'ASC' },
  mostDone: { field: 'PROGRESS', direction: 'DESC' },
  byName: { field: 'NAME', direction: 'ASC' },
  newest: { field: 'ENROLLED_AT', direction: 'DESC' },
} as const satisfies Record<string, EnrolmentOrder>;
type Order = keyof typeof orders;
const orderNames = Object.keys(orders) as Order[];
const defaultOrder: Order = 'awayLongest';

const typingMs = 250;

export function CourseStudentsPage() {
  const { t } = useTranslation('audience');
  const { slug = '' } = useParams();
  // Search and order stand in the address, so that it can be shared and Back finds them; the field keeps what is typed meanwhile.
  const [params, setParams] = useSearchParams();
  const [asked, setAsked] = useState(() => (params.get('q') ?? '').slice(0, searchMaxLength));
  const order = orderNames.find((name) => name === params.get('order')) ?? defaultOrder;
  const note = (name: 'q' | 'order', value: string): void =>
    setParams(
      (present) => {
        if (value === '') present.delete(name);
        else present.set(name, value);
        return present;
      },
      { replace: true, preventScrollReset: true },
    );
  const [search] = useDebouncedValue(asked.trim(), typingMs);
  const { previousData, ...query } = useQuery(CourseStudentsPageDocument, {
    variables: { slug, search, orderBy: [orders[order]] },
  });
  return (
    <QueryState
      // The last list stays on the page, and the focus in its field, until the next one is there.
      query={{ ...query, data: query.data ?? previousData }}
      skeleton={
        <CourseWorkspaceSkeleton>
          <ListSkeleton count={5} height={84} />
        </CourseWorkspaceSkeleton>
      }
    >
      {({ courseBySlug: course, viewer }) => {
        if (course === null) return <NothingHere />;
        if (course.slug !== slug) return <Navigate to={courseStudentsPath(course.slug)} replace />;
        const { enrolments, studentCount } = course;
        const canEnrol = viewer?.viewerCanManageEnrolments === true && course.status === 'PUBLISHED';
        return (
          <CourseWorkspace course={course}>
            {studentCount === 0 && search === '' ? (
              <EmptyState
                icon={IconUsers}
                title={t('students.none.title')}
                {...(canEnrol && { action: <EnrolSomebody courseId={course.id} /> })}
              >
                {t('students.none.text')}
              </EmptyState>
            ) : (
              <Stack gap="md">
                <Group gap="md" align="end">
                  <TextInput
                    type="search"
                    label={t('students.search')}
                    leftSection={<IconSearch size={18} aria-hidden />}
                    maxLength={searchMaxLength}
                    value={asked}
                    onChange={({ currentTarget: { value } }) => {
                      setAsked(value);
                      note('q', value.trim());
                    }}
                    className={classes.search ?? ''}
                  />
                  <Select
                    label={t('students.order')}
                    value={order}
                    allowDeselect={false}
                    onChange={(chosen) => note('order', chosen === defaultOrder ? '' : (chosen ?? ''))}
                    data={orderNames.map((name) => ({ value: name, label: t(`students.orders.${name}`) }))}
                    className={classes.order ?? ''}
                  />
                </Group>
                <Group justify="space-between" gap="sm">
                  <Text role="status" c="dimmed" size="sm">
                    {t('students.found', { count: enrolments?.totalCount ?? 0 })}
                  </Text>
                  <Group gap="sm">
                    <ExportStudents slug={slug} search={search} orderBy={[orders[order]]} />
                    {canEnrol && <EnrolSomebody courseId={course.id} />}
                  </Group>
                </Group>
                {enrolments !== null && enrolments.edges.length > 0 && (
                  <Card padding={0} component="ul" className={classes.list}>
                    {enrolments.edges.map(({ node }) => (
                      <StudentRow key={node.id} enrolment={node} />
                    ))}
                  </Card>
                )}
                {enrolments && <LoadMore pageInfo={enrolments.pageInfo} onLoad={(after) => query.fetchMore({ variables: { after } })} />}
              </Stack>
            )}
          </CourseWorkspace>
        );
      }}
    </QueryState>
  );
}

/** The way to enrol others, for who may. */
function EnrolSomebody({ courseId }: { courseId: string }) {
  const { t } = useTranslation('audience');
  return (
    <Button component={Link} to={newEnrolmentPath(courseId)} leftSection={<IconUserPlus size={18} aria-hidden />}>
      {t('students.enrol')}
    </Button>
  );
}
