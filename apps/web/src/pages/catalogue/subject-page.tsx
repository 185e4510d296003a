import { useQuery } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, type Params, useParams } from 'react-router';
import { graphql } from '../../gql/gql.ts';
import { earlyAnswers } from '../../lib/early-answers.ts';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { PageSkeleton } from '../../ui/skeletons.tsx';
import { CourseBrowserSkeleton } from './course-browser-skeleton.tsx';
import { askCourses, CourseBrowser } from './course-browser.tsx';

const SubjectPageDocument = graphql(`
  query SubjectPage($slug: String!) {
    subjectBySlug(slug: $slug) {
      id
      title
    }
  }
`);

export const askSubjectPage = ({ slug = '' }: Params, search: URLSearchParams): Promise<unknown> =>
  Promise.all([earlyAnswers.ask(SubjectPageDocument, { slug }), askCourses(search, slug)]);

export function SubjectPage() {
  const { t } = useTranslation('catalogue');
  const { slug = '' } = useParams();
  const query = useQuery(SubjectPageDocument, { variables: { slug } });

  return (
    <QueryState
      query={query}
      skeleton={
        <PageSkeleton>
          <CourseBrowserSkeleton count={6} withSubjects={false} />
        </PageSkeleton>
      }
    >
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
          >
            <CourseBrowser ofSubject={slug} />
          </Page>
        );
      }}
    </QueryState>
  );
}
