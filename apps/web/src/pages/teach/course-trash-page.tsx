import { useQuery } from '@apollo/client/react';
import { trashDays } from '@cursus/rules/trash';
import { Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { TrashList } from '../../features/trash/trash-list.tsx';
import { TrashedContentRow } from '../../features/trash/trashed-content-row.tsx';
import { TrashedModuleRow } from '../../features/trash/trashed-module-row.tsx';
import { graphql } from '../../gql/gql.ts';
import { courseTrashPath } from '../../lib/paths.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { CourseWorkspace } from './course-workspace.tsx';

const CourseTrashPageDocument = graphql(`
  query CourseTrashPage($slug: String!, $modulesAfter: String, $contentsAfter: String) {
    courseBySlug(slug: $slug) {
      id
      slug
      language
      ...CourseWorkspace_course
      modules {
        id
        title
      }
      trashedModules(first: 20, after: $modulesAfter) {
        edges {
          node {
            id
            ...TrashedModuleRow_module
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      trashedContents(first: 20, after: $contentsAfter) {
        edges {
          node {
            id
            ...TrashedContentRow_content
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

/** What was deleted from a course, for as long as it can be restored. */
export function CourseTrashPage() {
  const { t } = useTranslation('arranging');
  const { slug = '' } = useParams();
  // A colleague may have deleted or restored something meanwhile.
  const query = useQuery(CourseTrashPageDocument, { variables: { slug }, fetchPolicy: 'cache-and-network' });
  return (
    <QueryState query={query}>
      {({ courseBySlug: course }) => {
        if (course === null) return <NothingHere />;
        if (course.slug !== slug) return <Navigate to={courseTrashPath(course.slug)} replace />;
        const { language, trashedModules, trashedContents } = course;
        const [modules, contents] = [trashedModules?.edges ?? [], trashedContents?.edges ?? []];
        return (
          <CourseWorkspace course={course}>
            {modules.length === 0 && contents.length === 0 ? (
              <EmptyState icon={IconTrash} title={t('trash.empty')}>
                {t('trash.emptyText')}
              </EmptyState>
            ) : (
              <Stack gap="xl">
                <Text c="dimmed">{t('trash.lead', { count: trashDays })}</Text>
                {modules.length > 0 && (
                  <TrashList title={t('trash.modules')}>
                    {modules.map(({ node }) => (
                      <TrashedModuleRow key={node.id} module={node} language={language} />
                    ))}
                  </TrashList>
                )}
                {trashedModules && (
                  <LoadMore
                    pageInfo={trashedModules.pageInfo}
                    onLoad={(modulesAfter) => query.fetchMore({ variables: { modulesAfter } })}
                  />
                )}
                {contents.length > 0 && (
                  <TrashList title={t('trash.contents')}>
                    {contents.map(({ node }) => (
                      <TrashedContentRow key={node.id} content={node} language={language} modules={course.modules ?? []} />
                    ))}
                  </TrashList>
                )}
                {trashedContents && (
                  <LoadMore
                    pageInfo={trashedContents.pageInfo}
                    onLoad={(contentsAfter) => query.fetchMore({ variables: { contentsAfter } })}
                  />
                )}
              </Stack>
            )}
          </CourseWorkspace>
        );
      }}
    </QueryState>
  );
}
