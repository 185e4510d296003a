import { useQuery } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { CourseForm } from '../../features/course/course-form.tsx';
import { NewSubjectButton } from '../../features/subject/new-subject-button.tsx';
import { graphql } from '../../gql/gql.ts';
import { forbidden } from '../../lib/failure.ts';
import { teachCoursePath, teachPath } from '../../lib/paths.ts';
import { FailurePage } from '../../ui/failure-page.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { FormSkeleton, PageSkeleton } from '../../ui/skeletons.tsx';

const NewCoursePageDocument = graphql(`
  query NewCoursePage {
    viewer {
      id
      viewerCanCreateCourse
      viewerCanManageSubjects
    }
    subjects(first: 100, orderBy: [{ field: TITLE, direction: ASC }]) {
      edges {
        node {
          id
          ...CourseForm_subject
        }
      }
    }
  }
`);

export function NewCoursePage() {
  const { t } = useTranslation('teaching');
  const navigate = useNavigate();
  const query = useQuery(NewCoursePageDocument);
  return (
    <QueryState
      query={query}
      skeleton={
        <PageSkeleton>
          <FormSkeleton />
        </PageSkeleton>
      }
    >
      {({ viewer, subjects }) => {
        if (viewer?.viewerCanCreateCourse !== true) return <FailurePage error={forbidden} />;
        return (
          <Page
            title={t('form.newTitle')}
            lead={t('form.newLead')}
            eyebrow={
              <Anchor component={Link} to={teachPath} size="sm" fw={600}>
                {t('title')}
              </Anchor>
            }
          >
            <CourseForm
              course={null}
              subjects={subjects.edges.map(({ node }) => node)}
              cancelPath={teachPath}
              {...(viewer.viewerCanManageSubjects && {
                subjectAction: (choose) => <NewSubjectButton onCreated={(id) => query.refetch().then(() => choose(id))} />,
              })}
              onSaved={({ slug }) => navigate(teachCoursePath(slug))}
            />
          </Page>
        );
      }}
    </QueryState>
  );
}
