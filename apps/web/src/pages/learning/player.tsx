import { Alert, Anchor, Box, Button, Drawer, Group, Text } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconEye, IconListDetails, IconLock } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { CompletionButton } from '../../features/content/completion-button.tsx';
import { LockReason } from '../../features/content/lock-reason.tsx';
import { LockedContent } from '../../features/content/locked-content.tsx';
import { useLockOpening } from '../../features/content/use-lock-opening.ts';
import { CourseContents } from '../../features/course/course-contents.tsx';
import type { PlaceInCourse, Step } from '../../features/course/place-in-course.ts';
import { useVisit } from '../../features/enrolment/use-visit.ts';
import { ItemView } from '../../features/item/item-view.tsx';
import { coursePath, playerPath, teachCoursePath } from '../../lib/paths.ts';
import { PageTitle } from '../../ui/page.tsx';
import classes from './player.module.css';
import type { PlayedCourse } from './player-page.tsx';

type PlayedContent = NonNullable<NonNullable<PlayedCourse['modules']>[number]['contents']>[number];

interface PlayerProps {
  course: PlayedCourse;
  place: PlaceInCourse<PlayedContent>;
  moduleTitle: string;
  refetch: () => Promise<unknown>;
}

function Steps({ course, place: { content, previous, next } }: Pick<PlayerProps, 'course' | 'place'>) {
  const { t } = useTranslation('learning');
  const to = ({ moduleId, content: { id } }: Step<PlayedContent>): string => playerPath(course.slug, moduleId, id);
  return (
    <Group component="nav" aria-label={t('steps')} className={classes.steps}>
      {previous !== undefined && (
        <Button
          component={Link}
          to={to(previous)}
          variant="subtle"
          color="gray"
          size="md"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          aria-label={t('previousTitle', { title: previous.content.item.title })}
        >
          {t('previous')}
        </Button>
      )}
      <Group gap="sm" ml="auto">
        {content !== undefined && content.viewerLock === null && course.viewerEnrolment !== null && <CompletionButton content={content} />}
        {next !== undefined && next.content.viewerLock !== null ? (
          <LockedNext title={next.content.item.title} lock={next.content.viewerLock} />
        ) : next === undefined ? (
          <Button component={Link} to="/learn" size="md" variant="light">
            {t('toMyCourses')}
          </Button>
        ) : (
          <Button
            component={Link}
            to={to(next)}
            size="md"
            rightSection={<IconArrowRight size={18} aria-hidden />}
            aria-label={t('nextTitle', { title: next.content.item.title })}
          >
            {t('next')}
          </Button>
        )}
      </Group>
    </Group>
  );
}

type Lock = NonNullable<PlayedContent['viewerLock']>;

/** The way on, shut: what comes next, and why it does not open yet. It keeps the focus, so that the reason is heard. */
function LockedNext({ title, lock }: { title: string; lock: Lock }) {
  const { t } = useTranslation('learning');
  const reasonId = useId();
  return (
    <Group gap="sm" justify="flex-end">
      <Text id={reasonId} size="sm" c="dimmed" maw="28rem">
        {t('lock.next', { title })} <LockReason lock={lock} />
      </Text>
      <Button size="md" aria-disabled data-disabled aria-describedby={reasonId} rightSection={<IconLock size={18} aria-hidden />}>
        {t('next')}
      </Button>
    </Group>
  );
}

export function Player({ course, place, moduleTitle, refetch }: PlayerProps) {
  const { t } = useTranslation('learning');
  const { content } = place;
  const { key } = useLocation();
  // Choosing a content closes the outline.
  const [openAt, setOpenAt] = useState<string | null>(null);
  useVisit(content?.viewerLock === null ? content.id : undefined, course.viewerEnrolment !== null);
  useLockOpening({
    locks: (course.modules ?? []).flatMap(({ contents }) => contents ?? []).flatMap(({ viewerLock }) => viewerLock ?? []),
    completed: course.viewerEnrolment?.progress.completed ?? 0,
    refetch,
  });

  const outline = <CourseContents course={course} moduleId={place.moduleId} contentId={content?.id} />;
  return (
    <div className={classes.player}>
      <Box component="aside" visibleFrom="md" className={classes.outline} aria-label={course.title}>
        <div className={classes.scrolled}>
          <Anchor component={Link} to={coursePath(course.slug)} className={classes.course}>
            {course.title}
          </Anchor>
          {outline}
        </div>
      </Box>
      <div className={classes.page}>
        <Button
          hiddenFrom="md"
          variant="default"
          leftSection={<IconListDetails size={18} aria-hidden />}
          onClick={() => setOpenAt(key)}
          className={classes.open}
        >
          {t('outline')}
        </Button>
        <Drawer
          opened={openAt === key}
          onClose={() => setOpenAt(null)}
          title={course.title}
          closeButtonProps={{ 'aria-label': t('closeOutline') }}
        >
          {outline}
        </Drawer>
        {course.viewerEnrolment === null && (
          <Alert color="gray" icon={<IconEye aria-hidden />} mb="lg">
            {t('previewing')}{' '}
            {course.viewerCanEdit && (
              <Anchor component={Link} to={teachCoursePath(course.slug)} inherit fw={600}>
                {t('edit')}
              </Anchor>
            )}
          </Alert>
        )}
        <article className={classes.content}>
          <Text c="dimmed" fw={600} size="sm" mb="xs">
            {moduleTitle}
          </Text>
          <PageTitle mb="xl">{content?.item.title ?? moduleTitle}</PageTitle>
          {content === undefined ? (
            <Text>{t('emptyModule')}</Text>
          ) : content.viewerLock === null ? (
            <ItemView key={content.id} item={content.item} />
          ) : (
            <LockedContent lock={content.viewerLock} courseSlug={course.slug} />
          )}
        </article>
        <Steps course={course} place={place} />
      </div>
    </div>
  );
}
