import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { confirm } from '../../ui/confirm.tsx';
import { useAction } from '../../ui/send.ts';
import { showDone } from '../../ui/toast.tsx';

const LeaveCourseButtonEnrolment = graphql(`
  fragment LeaveCourseButton_enrolment on Enrolment {
    id
    course {
      id
      title
    }
  }
`);

const LeaveCourseDocument = graphql(`
  mutation LeaveCourse($input: LeaveCourseInput!) {
    leaveCourse(input: $input) {
      course {
        id
        studentCount
        viewerCanEnrol
        viewerCanRead
        viewerEnrolment {
          id
        }
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

export function LeaveCourseButton({ enrolment: ref }: { enrolment: FragmentType<typeof LeaveCourseButtonEnrolment> }) {
  const { t } = useTranslation('learning');
  const enrolment = readFragment(LeaveCourseButtonEnrolment, ref);
  const { title } = enrolment.course;
  const [leave, isLeaving] = useAction(LeaveCourseDocument);
  const { cache } = useApolloClient();

  const ask = async (): Promise<void> => {
    const question = {
      title: t('leave.title', { title }),
      children: t('leave.text'),
      confirmLabel: t('leave.confirm'),
      cancelLabel: t('leave.cancel'),
    };
    if (!(await confirm({ ...question, isDangerous: true }))) return;
    if ((await leave({ input: { courseId: enrolment.course.id } })) === null) return;
    cache.evict({ id: `Enrolment:${enrolment.id}` });
    showDone(t('leave.done', { title }));
  };

  return (
    <Button
      variant="subtle"
      color="gray"
      size="sm"
      loading={isLeaving}
      onClick={() => void ask()}
      aria-label={t('leave.button', { title })}
    >
      {t('leave.confirm')}
    </Button>
  );
}
