import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import { CourseForm } from '../../features/course/course-form.tsx';
import { NewSubjectButton } from '../../features/subject/new-subject-button.tsx';
import { graphql } from '../../gql/gql.ts';
import { courseSettingsPath, teachCoursePath } from '../../lib/paths.ts';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { showDone } from '../../ui/toast.tsx';
import { CourseWorkspaceSkeleton } from './course-workspace-skeleton.tsx';
import { CourseWorkspace } from './course-workspace.tsx';

const CourseSettingsPageDocument = graphql(`
  query CourseSettingsPage($slug: String!) {
    viewer {
      id
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
    courseBySlug(slug: $slug) {
      id
      slug
      ...CourseWorkspace_course
      ...CourseForm_course
    }
  }
`);

/** Leads on from an address that the course had when one came; a new one that is being written here moves nobody. */
function FormerAddress({ at, now }: { at: string; now: string }) {
  const [arrived] = useState(now);
  return arrived === at ? null : <Navigate to={courseSettingsPath(arrived)} replace />;
}

export function CourseSettingsPage() {
  const { t } = useTranslation('teaching');
  const { slug = '' } = useParams();
  const navigate = useNavigate();
  // A form begins with what is stored, not with what was known of it.
  const query = useQuery(CourseSettingsPageDocument, { variables: { slug }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  return (
    <QueryState
      query={query}
      skeleton={
        <CourseWorkspaceSkeleton>
          <FormSkeleton fields={6} />
        </CourseWorkspaceSkeleton>
      }
    >
      {({ viewer, subjects, courseBySlug: course }) => {
        if (course === null) return <NothingHere />;
        return (
          <CourseWorkspace course={course}>
            <FormerAddress at={slug} now={course.slug} />
            <CourseForm
              key={course.id}
              course={course}
              subjects={subjects.edges.map(({ node }) => node)}
              cancelPath={teachCoursePath(course.slug)}
              {...(viewer?.viewerCanManageSubjects === true && {
                subjectAction: (choose) => <NewSubjectButton onCreated={(id) => query.refetch().then(() => choose(id))} />,
              })}
              onSaved={async (saved) => {
                await navigate(teachCoursePath(saved.slug));
                showDone(t('form.saved'));
              }}
            />
          </CourseWorkspace>
        );
      }}
    </QueryState>
  );
}
