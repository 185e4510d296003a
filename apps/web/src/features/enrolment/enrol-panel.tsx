import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconArchive, IconClockPause, IconEdit, IconEye } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { EnrolPanel_CourseFragment } from '../../gql/graphql.ts';
import { rememberEnrolWish, takeEnrolWish } from '../../lib/enrol-wish.ts';
import { signInPath, signUpPath } from '../../lib/next-path.ts';
import { coursePath, coursePreviewPath, teachCoursePath } from '../../lib/paths.ts';
import { useIsSignedIn } from '../../lib/use-session.ts';
import { useAction } from '../../ui/send.ts';
import { showDone } from '../../ui/toast.tsx';
import { EnrolmentProgress } from './enrolment-progress.tsx';
import { LeaveCourseButton } from './leave-course-button.tsx';

export const EnrolPanelCourse = graphql(`
  fragment EnrolPanel_course on Course {
    id
    slug
    title
    status
    studentCount
    viewerCanEdit
    viewerCanEnrol
    viewerCanRead
    viewerEnrolment {
      id
      ...EnrolmentProgress_enrolment
      ...LeaveCourseButton_enrolment
    }
  }
`);

const EnrolDocument = graphql(`
  mutation Enrol($input: EnrolInput!) {
    enrol(input: $input) {
      course {
        id
        ...EnrolPanel_course
        ...CourseSummary_course
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface EnrolButtonProps {
  courseId: string;
  title: string;
  /** The button goes then: whoever pressed it goes on from somewhere. */
  onEnrolled: () => void;
}

function EnrolButton({ courseId, title, onEnrolled }: EnrolButtonProps) {
  const { t } = useTranslation('learning');
  const [enrol, isEnrolling] = useAction(EnrolDocument);
  const submit = async (): Promise<void> => {
    if ((await enrol({ input: { courseId } })) === null) return;
    showDone(t('enrolled', { title }));
    onEnrolled();
  };
  const enrolWhoAskedBefore = useEffectEvent(() => {
    if (takeEnrolWish(courseId)) void submit();
  });
  useEffect(() => enrolWhoAskedBefore(), [courseId]);
  return (
    <Button size="md" loading={isEnrolling} onClick={() => void submit()}>
      {t('enrol')}
    </Button>
  );
}

/** For who has no account yet, or isn't signed in: both ways lead back here. */
function SignUpToEnrol({ courseId, slug }: { courseId: string; slug: string }) {
  const { t } = useTranslation('learning');
  const next = coursePath(slug);
  return (
    <>
      <Button size="md" component={Link} to={signUpPath(next)} onClick={() => rememberEnrolWish(courseId)}>
        {t('signUpToEnrol')}
      </Button>
      <Button variant="subtle" component={Link} to={signInPath(next)}>
        {t('signInToEnrol')}
      </Button>
    </>
  );
}

function Enrolled({ course }: { course: EnrolPanel_CourseFragment }) {
  const { t } = useTranslation('learning');
  if (course.viewerEnrolment === null) return null;
  return (
    <>
      {course.viewerCanRead ? (
        <EnrolmentProgress enrolment={course.viewerEnrolment} />
      ) : (
        <Alert color="marigold" icon={<IconClockPause aria-hidden />} title={t('unavailable.title')}>
          {t('unavailable.text')}
        </Alert>
      )}
      <LeaveCourseButton enrolment={course.viewerEnrolment} />
    </>
  );
}

/** What one can do with a course now: enrol, go on, or why neither. */
export function EnrolPanel({ course: ref }: { course: FragmentType<typeof EnrolPanelCourse> }) {
  const { t } = useTranslation('learning');
  const isSignedIn = useIsSignedIn();
  const course = readFragment(EnrolPanelCourse, ref);
  const isEnrolled = course.viewerEnrolment !== null;
  const panel = useRef<HTMLDivElement>(null);
  const focusFirstLink = (): void => {
    requestAnimationFrame(() => panel.current?.querySelector('a')?.focus({ preventScroll: true }));
  };

  return (
    <Stack gap="sm" ref={panel}>
      {course.status === 'ARCHIVED' && (
        <Alert color="gray" icon={<IconArchive aria-hidden />} title={t('archived.title')}>
          {t(isEnrolled ? 'archived.enrolled' : 'archived.closed')}
        </Alert>
      )}
      <Enrolled course={course} />
      {!isEnrolled && course.viewerCanEnrol && isSignedIn && (
        <EnrolButton courseId={course.id} title={course.title} onEnrolled={focusFirstLink} />
      )}
      {!isSignedIn && course.status === 'PUBLISHED' && <SignUpToEnrol courseId={course.id} slug={course.slug} />}
      {course.viewerCanEdit && (
        <>
          <Button component={Link} to={teachCoursePath(course.slug)} leftSection={<IconEdit size={18} aria-hidden />} variant="light">
            {t('edit')}
          </Button>
          <Button component={Link} to={coursePreviewPath(course.slug)} leftSection={<IconEye size={18} aria-hidden />} variant="default">
            {t('preview')}
          </Button>
        </>
      )}
      {!isSignedIn && (
        <Text size="sm" c="dimmed" ta="center">
          {t('freeToEnrol')}
        </Text>
      )}
    </Stack>
  );
}
