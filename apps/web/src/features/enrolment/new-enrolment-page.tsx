import { skipToken, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { z } from 'zod';
import { graphql } from '../../gql/gql.ts';
import { adminListPath, ofCourse } from '../../lib/admin-paths.ts';
import { courseStudentsPath } from '../../lib/paths.ts';
import { RecordForm } from '../../ui/admin/record-form.tsx';
import { RecordPage } from '../../ui/admin/record-page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useSend } from '../../ui/send.ts';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { showDone } from '../../ui/toast.tsx';
import { CourseChoice, StudentChoice } from './enrolment-choices.tsx';

const NewEnrolmentCourseDocument = graphql(`
  query NewEnrolmentCourse($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Course {
        title
        slug
        viewerCanEdit
      }
    }
  }
`);

const EnrolStudentDocument = graphql(`
  mutation EnrolStudent($input: EnrolStudentInput!) {
    enrolStudent(input: $input) {
      wasEnrolled
      enrolment {
        id
        student {
          id
          profile {
            displayName
          }
        }
        course {
          id
          title
          studentCount
        }
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const rule = z.object({ studentId: z.string().min(1), courseId: z.string().min(1) });

/** Enrols somebody: from the list of enrolments, or from a course's students, where one comes back to. */
export function NewEnrolmentPage() {
  const [params] = useSearchParams();
  const id = params.get(ofCourse);
  const query = useQuery(NewEnrolmentCourseDocument, id === null ? skipToken : { variables: { id } });
  if (id === null) return <NewEnrolment course={null} />;
  return (
    <QueryState query={query} skeleton={<FormSkeleton fields={2} />}>
      {({ node }) => <NewEnrolment course={node?.__typename === 'Course' ? node : null} />}
    </QueryState>
  );
}

interface NewEnrolmentProps {
  /** In which, unless somebody chooses another. */
  course: { id: string; title: string; slug: string; viewerCanEdit: boolean } | null;
}

function NewEnrolment({ course }: NewEnrolmentProps) {
  const { t } = useTranslation('oversight');
  const navigate = useNavigate();
  const [enrol] = useSend(EnrolStudentDocument);
  const list = course?.viewerCanEdit
    ? { path: courseStudentsPath(course.slug), label: course.title }
    : { path: adminListPath('enrolments'), label: t('enrolments.title') };
  return (
    <RecordPage title={t('enrolments.new')} list={list} facts={t('enrolments.newText')}>
      <RecordForm
        isNew
        label={t('enrolments.new')}
        rule={rule}
        cancelPath={list.path}
        submitLabel={t('enrolments.enrol')}
        values={{ studentId: '', courseId: course?.id ?? '' }}
        fields={[
          {
            kind: 'record',
            name: 'studentId',
            label: t('enrolments.student'),
            hint: t('enrolments.studentHint'),
            choice: (field) => <StudentChoice {...field} placeholder={t('enrolments.find')} />,
          },
          {
            kind: 'record',
            name: 'courseId',
            label: t('enrolments.course'),
            hint: t('enrolments.courseHint'),
            choice: (field) => <CourseChoice {...field} placeholder={t('enrolments.find')} />,
          },
        ]}
        send={(input) => enrol({ input })}
        mistakesIn={({ wasEnrolled }) => (wasEnrolled === true ? [{ code: 'NOT_NEEDED', field: 'studentId' }] : [])}
        onDone={async ({ enrolment }) => {
          await navigate(list.path);
          if (enrolment === null) return;
          const { student, course: joined } = enrolment;
          showDone(t('enrolments.enrolled', { name: student.profile.displayName, title: joined.title }));
        }}
      />
    </RecordPage>
  );
}
