import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import type { EnrolmentOrder } from '../../gql/graphql.ts';
import { ExportButton } from '../../ui/export-button.tsx';

const ExportStudentsDocument = graphql(`
  query ExportStudents($slug: String!, $first: Int!, $after: String, $search: String, $orderBy: [EnrolmentOrder!]) {
    courseBySlug(slug: $slug) {
      id
      enrolments(first: $first, after: $after, search: $search, orderBy: $orderBy) {
        edges {
          node {
            id
            enrolledAt
            lastActiveAt
            progress {
              completed
              total
              percent
            }
            student {
              id
              profile {
                displayName
              }
            }
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

interface ExportStudentsProps {
  slug: string;
  search: string;
  orderBy: EnrolmentOrder[];
}

/** The students of a course as a file for spreadsheets: those that are searched for, in the order of the page. */
export function ExportStudents({ slug, search, orderBy }: ExportStudentsProps) {
  const { t } = useTranslation('audience');
  const dayOf = (moment: string): string => moment.slice(0, 10);
  return (
    <ExportButton
      fileName={`students-${slug}`}
      document={ExportStudentsDocument}
      connectionOf={({ courseBySlug }) => courseBySlug?.enrolments ?? null}
      variablesOf={(page) => ({ slug, search, orderBy, ...page })}
      columns={[
        { label: t('students.file.name'), text: ({ student }) => student.profile.displayName },
        // Days as spreadsheets of every language read them.
        { label: t('students.file.enrolled'), text: ({ enrolledAt }) => dayOf(enrolledAt) },
        { label: t('students.file.percent'), text: ({ progress }) => progress.percent },
        { label: t('students.file.completed'), text: ({ progress }) => progress.completed },
        { label: t('students.file.total'), text: ({ progress }) => progress.total },
        { label: t('students.file.lastActive'), text: ({ lastActiveAt }) => dayOf(lastActiveAt) },
      ]}
    />
  );
}
