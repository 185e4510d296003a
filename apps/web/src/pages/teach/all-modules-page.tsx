import { useQuery } from '@apollo/client/react';
import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import { AllModulesForm } from '../../features/course/all-modules-form.tsx';
import { graphql } from '../../gql/gql.ts';
import { allModulesPath, teachCoursePath } from '../../lib/paths.ts';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { showDone } from '../../ui/toast.tsx';
import { CourseWorkspace } from './course-workspace.tsx';

const AllModulesPageDocument = graphql(`
  query AllModulesPage($slug: String!) {
    courseBySlug(slug: $slug) {
      id
      slug
      ...CourseWorkspace_course
      ...AllModulesForm_course
    }
  }
`);

export function AllModulesPage() {
  const { t } = useTranslation('arranging');
  const { slug = '' } = useParams();
  const navigate = useNavigate();
  // A form begins with what is stored, not with what was known of it.
  const query = useQuery(AllModulesPageDocument, { variables: { slug }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  return (
    <QueryState query={query}>
      {({ courseBySlug: course }) => {
        if (course === null) return <NothingHere />;
        if (course.slug !== slug) return <Navigate to={allModulesPath(course.slug)} replace />;
        return (
          <CourseWorkspace course={course}>
            <Title order={2} size="h3">
              {t('all.title')}
            </Title>
            <Text c="dimmed" mb="md">
              {t('all.lead')}
            </Text>
            <AllModulesForm
              course={course}
              onSaved={async () => {
                await navigate(teachCoursePath(course.slug));
                showDone(t('all.saved'));
              }}
            />
          </CourseWorkspace>
        );
      }}
    </QueryState>
  );
}
