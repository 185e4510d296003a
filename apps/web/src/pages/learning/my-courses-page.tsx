import { useQuery } from '@apollo/client/react';
import { Button, Container, Stack } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EnrolmentCard } from '../../features/enrolment/enrolment-card.tsx';
import { graphql } from '../../gql/gql.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';

const MyCoursesPageDocument = graphql(`
  query MyCoursesPage($after: String) {
    viewer {
      id
      enrolments(first: 20, after: $after) {
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
    }
  }
`);

export function MyCoursesPage() {
  const { t } = useTranslation('learning');
  const query = useQuery(MyCoursesPageDocument);
  const skeleton = (
    <Container w="100%" py="xl">
      <ListSkeleton height={150} />
    </Container>
  );

  return (
    <QueryState query={query} skeleton={skeleton}>
      {({ viewer }) => {
        const enrolments = viewer?.enrolments;
        return (
          <Page title={t('myCourses.title')} lead={t('myCourses.lead')}>
            {enrolments?.edges.length === 0 && (
              <EmptyState
                icon={IconBook2}
                title={t('myCourses.empty')}
                action={
                  <Button component={Link} to="/" mt="sm">
                    {t('myCourses.browse')}
                  </Button>
                }
              >
                {t('myCourses.emptyText')}
              </EmptyState>
            )}
            <Stack gap="lg">
              {enrolments?.edges.map(({ node }) => (
                <EnrolmentCard key={node.id} enrolment={node} />
              ))}
            </Stack>
            {enrolments && <LoadMore pageInfo={enrolments.pageInfo} onLoad={(after) => query.fetchMore({ variables: { after } })} />}
          </Page>
        );
      }}
    </QueryState>
  );
}
