import { Button, Text } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconLock } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CompletionButton } from '../../features/content/completion-button.tsx';
import { LockReason } from '../../features/content/lock-reason.tsx';
import type { PlaceInCourse, Step } from '../../features/course/place-in-course.ts';
import { playerPath } from '../../lib/paths.ts';
import classes from './player-steps.module.css';
import type { PlayedCourse } from './player-page.tsx';

export type PlayedContentOfCourse = NonNullable<NonNullable<PlayedCourse['modules']>[number]['contents']>[number];
type Lock = NonNullable<PlayedContentOfCourse['viewerLock']>;

export const pathOfStep = (courseSlug: string, { moduleId, content }: Step<PlayedContentOfCourse>): string =>
  playerPath(courseSlug, moduleId, content.id);

/** The way on, shut: what comes next, and why it does not open yet. It takes the focus, so that the reason is heard. */
function LockedNext({ title, lock }: { title: string; lock: Lock }) {
  const { t } = useTranslation('learning');
  const reasonId = useId();
  return (
    <>
      <Text id={reasonId} size="sm" c="dimmed" className={classes.reason ?? ''}>
        {t('lock.next', { title })} <LockReason lock={lock} />
      </Text>
      <Button
        size="md"
        aria-disabled
        data-disabled
        data-locked-next
        aria-describedby={reasonId}
        rightSection={<IconLock size={18} aria-hidden />}
        className={classes.next ?? ''}
      >
        {t('next')}
      </Button>
    </>
  );
}

interface PlayerStepsProps {
  course: PlayedCourse;
  place: PlaceInCourse<PlayedContentOfCourse>;
  onTakenBack: () => void;
}

/** Back, done, and on: on a phone in one hand's reach. */
export function PlayerSteps({ course, place: { content, previous, next }, onTakenBack }: PlayerStepsProps) {
  const { t } = useTranslation('learning');
  return (
    <nav aria-label={t('steps')} className={classes.steps}>
      {previous !== undefined && (
        <Button
          component={Link}
          to={pathOfStep(course.slug, previous)}
          variant="subtle"
          color="gray"
          size="md"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          aria-label={t('previousTitle', { title: previous.content.item.title })}
          className={classes.previous ?? ''}
        >
          {t('previous')}
        </Button>
      )}
      {content !== undefined && content.viewerLock === null && course.viewerEnrolment !== null && (
        <div className={classes.tick}>
          <CompletionButton content={content} onTakenBack={onTakenBack} />
        </div>
      )}
      {next !== undefined && next.content.viewerLock !== null ? (
        <LockedNext title={next.content.item.title} lock={next.content.viewerLock} />
      ) : next === undefined ? (
        <Button component={Link} to="/learn" size="md" variant="light" className={classes.next ?? ''}>
          {t('toMyCourses')}
        </Button>
      ) : (
        <Button
          component={Link}
          to={pathOfStep(course.slug, next)}
          size="md"
          rightSection={<IconArrowRight size={18} aria-hidden />}
          aria-label={t('nextTitle', { title: next.content.item.title })}
          className={classes.next ?? ''}
        >
          {t('next')}
        </Button>
      )}
    </nav>
  );
}
