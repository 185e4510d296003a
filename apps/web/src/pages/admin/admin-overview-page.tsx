import { useQuery } from '@apollo/client/react';
import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../../gql/gql.ts';
import type { AdminRights_UserFragment } from '../../gql/graphql.ts';
import { adminListPath } from '../../lib/admin-paths.ts';
import { PageTitle } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { AdminFrame } from './admin-frame.tsx';
import classes from './admin-overview-page.module.css';
import { type AdminKindName, adminKindNames, adminKinds } from './admin-kinds.ts';

const AdminOverviewDocument = graphql(`
  query AdminOverview(
    $subjects: Boolean!
    $courses: Boolean!
    $enrolments: Boolean!
    $files: Boolean!
    $sessions: Boolean!
    $tokens: Boolean!
    $auditEntries: Boolean!
    $users: Boolean!
    $groups: Boolean!
    $invitations: Boolean!
  ) {
    subjects(first: 0) @include(if: $subjects) {
      totalCount
    }
    courses: allCourses(first: 0) @include(if: $courses) {
      totalCount
    }
    enrolments(first: 0) @include(if: $enrolments) {
      totalCount
    }
    files(first: 0) @include(if: $files) {
      totalCount
    }
    sessions(first: 0) @include(if: $sessions) {
      totalCount
    }
    tokens(first: 0) @include(if: $tokens) {
      totalCount
    }
    auditEntries(first: 0) @include(if: $auditEntries) {
      totalCount
    }
    users(first: 0) @include(if: $users) {
      totalCount
    }
    groups(first: 0) @include(if: $groups) {
      totalCount
    }
    invitations(first: 0) @include(if: $invitations) {
      totalCount
    }
  }
`);

/** Where administrators arrive: what there is, and how much of it. */
export function AdminOverviewPage() {
  return <AdminFrame isFor={() => true}>{(viewer) => <Overview viewer={viewer} />}</AdminFrame>;
}

function Overview({ viewer }: { viewer: AdminRights_UserFragment }) {
  const { t, i18n } = useTranslation('admin');
  const variables = Object.fromEntries(adminKindNames.map((name) => [name, adminKinds[name].isFor(viewer)])) as Record<
    AdminKindName,
    boolean
  >;
  // Counts of lists that are kept elsewhere, page by page: they would take the place of their beginnings.
  const query = useQuery(AdminOverviewDocument, { variables, fetchPolicy: 'no-cache' });
  const format = new Intl.NumberFormat(i18n.language);
  return (
    <Stack gap="lg">
      <div>
        <PageTitle>{t('title')}</PageTitle>
        <Text c="dimmed" size="lg" mt="xs">
          {t('lead')}
        </Text>
      </div>
      <QueryState query={query} scope="part" skeleton={<ListSkeleton count={2} height={104} />}>
        {(counts) => (
          <SimpleGrid component="ul" cols={{ base: 1, xs: 2, lg: 3 }} spacing="md" className={classes.kinds ?? ''}>
            {adminKindNames.map((name) => {
              const { icon: Icon } = adminKinds[name];
              const count = counts[name]?.totalCount;
              return (
                count !== undefined && (
                  <li key={name}>
                    <Link to={adminListPath(name)} className={classes.kind}>
                      <Icon size={26} stroke={1.5} aria-hidden className={classes.icon} />
                      <span className={classes.name}>{t(`kinds.${name}`)}</span>
                      <span className={classes.count}>{format.format(count)}</span>
                    </Link>
                  </li>
                )
              );
            })}
          </SimpleGrid>
        )}
      </QueryState>
    </Stack>
  );
}
