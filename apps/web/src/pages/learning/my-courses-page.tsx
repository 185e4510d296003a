import { useQuery } from '@apollo/client/react';
import { Button, Stack, Title } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EnrolmentCard } from '../../features/enrolment/enrolment-card.tsx';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { earlyAnswers } from '../../lib/early-answers.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton, PageSkeleton } from '../../ui/skeletons.tsx';

const FollowedCoursesConnection = graphql(`
  fragment FollowedCourses_connection on EnrolmentConnection {
    totalCount
    edges {
      node {
        id
        ...EnrolmentCard_enrolment
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

const MyCoursesPageDocument = graphql(`
  query MyCoursesPage($after: String, $finishedAfter: String) {
    viewer {
      id
      current: enrolments(first: 20, after: $after, isFinished: false) {
        edges {
          node {
            id
          }
        }
        ...FollowedCourses_connection
      }
      finished: enrolments(first: 20, after: $finishedAfter, isFinished: true) {
        edges {
          node {
            id
          }
        }
        ...FollowedCourses_connection
      }
    }
  }
`);

interface FollowedCoursesProps {
  connection: FragmentType<typeof FollowedCoursesConnection>;
  onLoad: (after: string) => Promise<unknown>;
  /** Of the courses' titles. */
  order: 2 | 3;
}

function FollowedCourses({ connection, onLoad, order }: FollowedCoursesProps) {
  const { edges, pageInfo, totalCount } = readFragment(FollowedCoursesConnection, connection);
  return (
    <>
      <Stack gap="lg">
        {edges.map(({ node }) => (
          <EnrolmentCard key={node.id} enrolment={node} order={order} />
        ))}
      </Stack>
      <LoadMore pageInfo={pageInfo} shown={{ count: edges.length, total: totalCount }} onLoad={onLoad} />
    </>
  );
}

function NothingFollowed({ hasFinished }: { hasFinished: boolean }) {
  const { t } = useTranslation('learning');
  return (
    <EmptyState
      icon={IconBook2}
      title={t(hasFinished ? 'myCourses.allFinished' : 'myCourses.empty')}
      action={
        <Button component={Link} to="/" mt="sm">
          {t('myCourses.browse')}
        </Button>
      }
    >
      {t(hasFinished ? 'myCourses.allFinishedText' : 'myCourses.emptyText')}
    </EmptyState>
  );
}

export const askMyCoursesPage = (): Promise<unknown> => earlyAnswers.ask(MyCoursesPageDocument, {});

export function MyCoursesPage() {
  const { t } = useTranslation('learning');
  const query = useQuery(MyCoursesPageDocument);
  const skeleton = (
    <PageSkeleton>
      <ListSkeleton height={170} />
    </PageSkeleton>
  );

  return (
    <QueryState query={query} skeleton={skeleton}>
      {({ viewer }) => {
        const [current, finished] = [viewer?.current ?? null, viewer?.finished ?? null];
        const hasFinished = finished !== null && finished.edges.length > 0;
        return (
          <Page title={t('myCourses.title')} lead={t('myCourses.lead')}>
            {current?.edges.length === 0 && <NothingFollowed hasFinished={hasFinished} />}
            {current !== null && (
              <FollowedCourses connection={current} order={2} onLoad={(after) => query.fetchMore({ variables: { after } })} />
            )}
            {hasFinished && (
              <section aria-labelledby="finished">
                <Title order={2} id="finished" mt={48} mb="lg">
                  {t('myCourses.finished')}
                </Title>
                <FollowedCourses
                  connection={finished}
                  order={3}
                  onLoad={(finishedAfter) => query.fetchMore({ variables: { finishedAfter } })}
                />
              </section>
            )}
          </Page>
        );
      }}
    </QueryState>
  );
}
