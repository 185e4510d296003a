import { IconUserMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import type { AdminEnrolmentsQuery } from '../../gql/graphql.ts';
import { newRecordPath, ofCourse, ofPerson } from '../../lib/admin-paths.ts';
import { formatSheetDay, formatShortDay } from '../../lib/dates.ts';
import type { AdminKind } from '../../ui/admin/admin-kind.ts';
import { ChoiceFilter } from '../../ui/admin/list-tools.tsx';
import { RecordList } from '../../ui/admin/record-list.tsx';
import type { RecordAction } from '../../ui/admin/use-record-action.ts';
import { useRemoval } from '../../ui/admin/use-removal.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { useRequest } from '../../ui/send.ts';
import { CourseChoice, StudentChoice } from './enrolment-choices.tsx';
import { NewEnrolmentPage } from './new-enrolment-page.tsx';

const AdminEnrolmentsDocument = graphql(`
  query AdminEnrolments($first: Int!, $after: String, $search: String, $filter: EnrolmentFilter, $orderBy: [EnrolmentOrder!]) {
    enrolments(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
      totalCount
      edges {
        node {
          id
          enrolledAt
          lastActiveAt
          viewerCanEnd
          student {
            id
            profile {
              displayName
            }
          }
          course {
            id
            title
          }
          progress {
            percent
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

const AdminEndEnrolmentDocument = graphql(`
  mutation AdminEndEnrolment($input: EndEnrolmentInput!) {
    endEnrolment(input: $input) {
      endedEnrolmentId
      userErrors {
        ...UserError_error
      }
    }
  }
`);

type EnrolmentRow = AdminEnrolmentsQuery['enrolments']['edges'][number]['node'];

const nameOf = ({ student, course }: EnrolmentRow): string => `${student.profile.displayName} – ${course.title}`;
const states = ['unfinished', 'finished'] as const;

function useEnrolmentActions(): readonly RecordAction<EnrolmentRow>[] {
  const { t } = useTranslation('oversight');
  const endEnrolment = useRequest(AdminEndEnrolmentDocument);
  return [
    useRemoval({
      key: 'end',
      label: t('enrolments.end.label'),
      icon: <IconUserMinus size={18} stroke={1.7} aria-hidden />,
      typeName: 'Enrolment',
      isFor: ({ viewerCanEnd }) => viewerCanEnd,
      nameOf,
      title: (count) => t('enrolments.end.title', { count }),
      text: t('enrolments.end.text'),
      remove: endEnrolment,
      done: (count) => t('enrolments.end.done', { count }),
    }),
  ];
}

function AdminEnrolmentList() {
  const { t, i18n } = useTranslation('oversight');
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  return (
    <RecordList
      title={t('enrolments.title')}
      fileName="enrolments"
      document={AdminEnrolmentsDocument}
      connectionOf={({ enrolments }) => enrolments}
      variablesOf={({ first, after, search, order, value, oneOf }) => {
        const state = oneOf('state', states);
        return {
          first,
          after,
          search,
          orderBy: [order],
          filter: { studentId: value(ofPerson), courseId: value(ofCourse), isFinished: state === null ? null : state === 'finished' },
        };
      }}
      defaultOrder={{ field: 'ENROLLED_AT', direction: 'DESC' }}
      columns={[
        { key: 'student', label: t('enrolments.student'), text: ({ student }) => student.profile.displayName, order: 'NAME' },
        { key: 'course', label: t('enrolments.course'), text: ({ course }) => course.title },
        {
          key: 'progress',
          label: t('enrolments.progress'),
          text: ({ progress }) => progress.percent,
          cell: ({ progress }) => percent.format(progress.percent / 100),
          order: 'PROGRESS',
          isNumber: true,
        },
        {
          key: 'enrolled',
          label: t('enrolments.since'),
          text: ({ enrolledAt }) => formatSheetDay(enrolledAt),
          cell: ({ enrolledAt }) => formatShortDay(enrolledAt, i18n.language),
          order: 'ENROLLED_AT',
          isWhole: true,
        },
        {
          key: 'active',
          label: t('enrolments.lastActive'),
          text: ({ lastActiveAt }) => formatSheetDay(lastActiveAt),
          cell: ({ lastActiveAt }) => formatShortDay(lastActiveAt, i18n.language),
          order: 'LAST_ACTIVE_AT',
          isWhole: true,
        },
      ]}
      nameOf={nameOf}
      searchLabel={t('enrolments.search')}
      filters={({ value, set }) => (
        <>
          <StudentChoice label={t('enrolments.student')} value={value(ofPerson)} onChoose={(student) => set(ofPerson, student)} />
          <CourseChoice label={t('enrolments.course')} value={value(ofCourse)} onChoose={(course) => set(ofCourse, course)} />
          <ChoiceFilter
            label={t('enrolments.state')}
            choices={states.map((state) => ({ value: state, label: t(`enrolments.${state}`) }))}
            value={value('state')}
            onChoose={(state) => set('state', state)}
          />
        </>
      )}
      actions={useEnrolmentActions()}
      create={() => ({ path: newRecordPath('enrolments'), label: t('enrolments.new') })}
      empty={{ title: t('enrolments.none.title'), text: t('enrolments.none.text') }}
    />
  );
}

/** An enrolment has nothing to edit: there is a form for a new one alone. */
function EnrolmentPage({ id }: { id: string | null }) {
  return id === null ? <NewEnrolmentPage /> : <NothingHere />;
}

export const enrolmentAdmin: AdminKind = { List: AdminEnrolmentList, Form: EnrolmentPage };
