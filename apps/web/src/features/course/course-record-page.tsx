import { skipToken, useQuery } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate } from 'react-router';
import { graphql } from '../../gql/gql.ts';
import { adminListPath } from '../../lib/admin-paths.ts';
import { coursePath, newCoursePath, teachCoursePath } from '../../lib/paths.ts';
import { PublicPage, RecordPage, RecordSection } from '../../ui/admin/record-page.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { showDone } from '../../ui/toast.tsx';
import { AllModulesForm } from './all-modules-form.tsx';
import { CourseForm } from './course-form.tsx';
import { CourseStatusBadge } from './course-status-badge.tsx';
import { useCourseRecordActions } from './use-course-record-actions.tsx';

const CourseRecordPageDocument = graphql(`
  query CourseRecordPage($id: ID!) {
    subjects(first: 100, orderBy: [{ field: TITLE, direction: ASC }]) {
      edges {
        node {
          id
          ...CourseForm_subject
        }
      }
    }
    node(id: $id) {
      __typename
      id
      ... on Course {
        title
        slug
        language
        status
        viewerCanEdit
        viewerCanDelete
        owner {
          id
          profile {
            displayName
          }
        }
        ...CourseForm_course
        ...AllModulesForm_course
      }
    }
  }
`);

/** A course for administrators: its fields, and its modules below. */
export function CourseRecordPage({ id }: { id: string | null }) {
  const { t } = useTranslation(['records', 'arranging', 'teaching']);
  const navigate = useNavigate();
  const actions = useCourseRecordActions();
  // What the form of the modules began with is stored: another one begins with what is stored then.
  const [generation, setGeneration] = useState(0);
  const query = useQuery(
    CourseRecordPageDocument,
    id === null ? skipToken : { variables: { id }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' },
  );
  if (id === null) return <Navigate to={newCoursePath} replace />;
  const listPath = adminListPath('courses');
  return (
    <QueryState query={query} skeleton={<FormSkeleton fields={6} />}>
      {({ node: course, subjects }) =>
        course?.__typename === 'Course' ? (
          <RecordPage
            title={course.title}
            titleLang={course.language}
            list={{ path: listPath, label: t('courses.title') }}
            facts={
              <>
                <CourseStatusBadge status={course.status} />
                {t('courses.by', { name: course.owner.profile.displayName })}
                <PublicPage path={coursePath(course.slug)} />
                <Anchor component={Link} to={teachCoursePath(course.slug)} size="sm">
                  {t('courses.workspace')}
                </Anchor>
              </>
            }
            record={course}
            actions={actions}
            onChanged={() => query.refetch()}
            endsWith={['delete']}
          >
            {course.viewerCanEdit && (
              <>
                <CourseForm
                  key={course.id}
                  course={course}
                  subjects={subjects.edges.map(({ node }) => node)}
                  cancelPath={listPath}
                  onSaved={async () => {
                    await navigate(listPath);
                    showDone(t('saved'));
                  }}
                />
                <RecordSection title={t('courses.modules')} text={t('arranging:all.lead')}>
                  <AllModulesForm
                    key={`${course.id} ${generation}`}
                    course={course}
                    cancelPath={listPath}
                    onSaved={() => {
                      setGeneration((count) => count + 1);
                      showDone(t('arranging:all.saved'));
                    }}
                  />
                </RecordSection>
              </>
            )}
          </RecordPage>
        ) : (
          <NothingHere />
        )
      }
    </QueryState>
  );
}
