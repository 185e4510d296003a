import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import type { CourseStatus } from '../../gql/graphql.ts';
import { recordPath } from '../../lib/admin-paths.ts';
import { languageChoices } from '../../lib/course-languages.ts';
import { formatSheetDay, formatShortDay } from '../../lib/dates.ts';
import { languageName } from '../../lib/language-name.ts';
import { newCoursePath } from '../../lib/paths.ts';
import type { AdminKind } from '../../ui/admin/admin-kind.ts';
import { ChoiceFilter } from '../../ui/admin/list-tools.tsx';
import { RecordChoice } from '../../ui/admin/record-choice.tsx';
import { RecordList } from '../../ui/admin/record-list.tsx';
import { CourseRecordPage } from './course-record-page.tsx';
import { CourseStatusBadge } from './course-status-badge.tsx';
import { useCourseRecordActions } from './use-course-record-actions.tsx';

const AdminCoursesDocument = graphql(`
  query AdminCourses($first: Int!, $after: String, $search: String, $filter: AllCourseFilter, $orderBy: [CourseOrder!]) {
    viewer {
      id
      viewerCanCreateCourse
    }
    allCourses(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
      totalCount
      edges {
        node {
          id
          title
          slug
          status
          language
          updatedAt
          studentCount
          moduleCount
          viewerCanEdit
          viewerCanDelete
          subject {
            id
            title
          }
          owner {
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
`);

const CourseOwnersDocument = graphql(`
  query CourseOwners($search: String, $ids: [ID!]) {
    courseOwners(first: 50, search: $search, ids: $ids) {
      nodes {
        id
        profile {
          displayName
        }
      }
    }
  }
`);

const CourseSubjectsDocument = graphql(`
  query CourseSubjects($search: String, $ids: [ID!]!, $isNamed: Boolean!) {
    subjects(first: 50, search: $search) @skip(if: $isNamed) {
      edges {
        node {
          id
          title
        }
      }
    }
    nodes(ids: $ids) @include(if: $isNamed) {
      __typename
      id
      ... on Subject {
        title
      }
    }
  }
`);

const statuses = ['DRAFT', 'PUBLISHED', 'ARCHIVED'] as const satisfies readonly CourseStatus[];

interface CourseFiltersProps {
  value: (filter: string) => string | null;
  set: (filter: string, value: string | null) => void;
}

function CourseFilters({ value, set }: CourseFiltersProps) {
  const { t, i18n } = useTranslation(['records', 'catalogue']);
  return (
    <>
      <ChoiceFilter
        label={t('courses.status')}
        choices={statuses.map((status) => ({ value: status, label: t(`catalogue:status.${status}`) }))}
        value={value('status')}
        onChoose={(status) => set('status', status)}
      />
      <RecordChoice
        label={t('courses.subject')}
        document={CourseSubjectsDocument}
        variablesOf={({ search, ids }) => ({ search, ids: ids ?? [], isNamed: ids !== null })}
        choicesOf={({ subjects, nodes }) => [
          ...(subjects?.edges ?? []).map(({ node }) => ({ value: node.id, label: node.title })),
          ...(nodes ?? []).flatMap((node) => (node?.__typename === 'Subject' ? [{ value: node.id, label: node.title }] : [])),
        ]}
        value={value('subject')}
        onChoose={(subject) => set('subject', subject)}
      />
      <RecordChoice
        label={t('courses.owner')}
        document={CourseOwnersDocument}
        variablesOf={(asked) => asked}
        choicesOf={({ courseOwners }) => courseOwners.nodes.map(({ id, profile }) => ({ value: id, label: profile.displayName }))}
        value={value('owner')}
        onChoose={(owner) => set('owner', owner)}
      />
      <ChoiceFilter
        label={t('courses.language')}
        choices={languageChoices(i18n.language, value('language') ?? i18n.language)}
        value={value('language')}
        onChoose={(language) => set('language', language)}
      />
    </>
  );
}

function CourseRecordList() {
  const { t, i18n } = useTranslation(['records', 'catalogue']);
  return (
    <RecordList
      title={t('courses.title')}
      fileName="courses"
      document={AdminCoursesDocument}
      connectionOf={({ allCourses }) => allCourses}
      variablesOf={({ first, after, search, order, value, oneOf }) => ({
        first,
        after,
        search,
        orderBy: [order],
        filter: { status: oneOf('status', statuses), subjectId: value('subject'), ownerId: value('owner'), language: value('language') },
      })}
      defaultOrder={{ field: 'UPDATED_AT', direction: 'DESC' }}
      columns={[
        { key: 'title', label: t('courses.name'), text: ({ title }) => title, order: 'TITLE' },
        {
          key: 'status',
          label: t('courses.status'),
          text: ({ status }) => t(`catalogue:status.${status}`),
          cell: ({ status }) => <CourseStatusBadge status={status} />,
        },
        { key: 'subject', label: t('courses.subject'), text: ({ subject }) => subject.title },
        { key: 'owner', label: t('courses.owner'), text: ({ owner }) => owner.profile.displayName },
        { key: 'language', label: t('courses.language'), text: ({ language }) => languageName(language, i18n.language) },
        { key: 'students', label: t('courses.students'), text: ({ studentCount }) => studentCount, order: 'STUDENT_COUNT', isNumber: true },
        {
          key: 'updated',
          label: t('courses.updated'),
          text: ({ updatedAt }) => formatSheetDay(updatedAt),
          cell: ({ updatedAt }) => formatShortDay(updatedAt, i18n.language),
          order: 'UPDATED_AT',
          isWhole: true,
        },
      ]}
      nameOf={({ title }) => title}
      pathOf={({ id }) => recordPath('courses', id)}
      searchLabel={t('courses.search')}
      filters={(tools) => <CourseFilters {...tools} />}
      actions={useCourseRecordActions()}
      create={({ viewer }) => viewer?.viewerCanCreateCourse === true && { path: newCoursePath, label: t('courses.new') }}
      empty={{ title: t('courses.none.title'), text: t('courses.none.text') }}
    />
  );
}

export const courseAdmin: AdminKind = { List: CourseRecordList, Form: CourseRecordPage };
