import { ActionIcon, Alert, Anchor, Box, Button, Drawer, Group, Text, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconEye, IconKeyboard, IconLayoutSidebarLeftCollapse, IconListDetails, IconPrinter } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { LockedContent } from '../../features/content/locked-content.tsx';
import { PlayedContent } from '../../features/content/played-content.tsx';
import { useLockOpening } from '../../features/content/use-lock-opening.ts';
import { CourseContents } from '../../features/course/course-contents.tsx';
import type { PlaceInCourse } from '../../features/course/place-in-course.ts';
import { ContentsLeft } from '../../features/enrolment/contents-left.tsx';
import { useVisit } from '../../features/enrolment/use-visit.ts';
import { coursePath, printPath, teachCoursePath } from '../../lib/paths.ts';
import { usePreview } from '../../lib/preview.ts';
import type { Reading } from '../../lib/reading.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { PageTitle } from '../../ui/page.tsx';
import classes from './player.module.css';
import type { PlayedCourse } from './player-page.tsx';
import { pathOfStep, type PlayedContentOfCourse, PlayerSteps } from './player-steps.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useNextPrefetch } from './use-next-prefetch.ts';
import { useOutlineShown } from './use-outline-shown.ts';

interface PlayerProps {
  course: PlayedCourse;
  place: PlaceInCourse<PlayedContentOfCourse>;
  moduleTitle: string;
  reading: Reading;
}

/** A film on this page stops or goes on; without one the browser scrolls. */
function playOrPause(): boolean {
  const film = document.querySelector<HTMLVideoElement>('article video');
  if (film === null) return false;
  if (film.paused) void film.play().catch(() => undefined);
  else film.pause();
  return true;
}

export function Player({ course, place, moduleTitle, reading }: PlayerProps) {
  const { t } = useTranslation('learning');
  const { content, previous, next } = place;
  const { key } = useLocation();
  const navigate = useNavigate();
  const isWide = useMediaQuery('(min-width: 62em)');
  const isStudent = course.viewerEnrolment !== null;
  // Choosing a content closes the outline that lies over the page.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const previewed = usePreview();
  const [isShown, show] = useOutlineShown();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [takenBack, setTakenBack] = useState<readonly string[]>([]);
  const page = useRef<HTMLDivElement>(null);
  const aside = useRef<HTMLDivElement>(null);

  useVisit(content?.viewerLock === null ? content.id : undefined, isStudent);
  useLockOpening({
    locks: (course.modules ?? []).flatMap(({ contents }) => contents ?? []).flatMap(({ viewerLock }) => viewerLock ?? []),
    completed: course.viewerEnrolment?.progress.completed ?? 0,
    reading,
  });
  useNextPrefetch(next?.content.item);

  /** What was hidden loses the focus, what is shown takes it. */
  const showBeside = (shown: boolean): void => {
    show(shown);
    requestAnimationFrame(() => {
      const target = shown ? aside.current?.querySelector<HTMLElement>('[aria-current="page"]') : page.current?.querySelector('button');
      target?.focus();
    });
  };
  const toggleOutline = (): void => {
    if (isWide) showBeside(!isShown);
    else setOpenAt(openAt === key ? null : key);
  };
  useShortcuts({
    n: () => {
      if (next === undefined) return false;
      if (next.content.viewerLock === null) void navigate(pathOfStep(course.slug, next));
      else page.current?.querySelector<HTMLElement>('[data-locked-next]')?.focus();
      return true;
    },
    p: () => {
      if (previous === undefined) return false;
      void navigate(pathOfStep(course.slug, previous));
      return true;
    },
    ' ': playOrPause,
    m: toggleOutline,
    '?': () => setHelpOpen(true),
  });

  const left = course.viewerEnrolment && <ContentsLeft enrolment={course.viewerEnrolment} courseTitle={course.title} />;
  const outline = <CourseContents course={course} moduleId={place.moduleId} contentId={content?.id} explanation={left} />;
  return (
    <div className={classes.player} data-wide={!isShown || undefined}>
      {isShown && (
        <Box component="aside" visibleFrom="md" ref={aside} className={classes.outline} aria-label={course.title}>
          <div className={classes.scrolled}>
            <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs" className={classes.head}>
              <Anchor component={Link} to={coursePath(course.slug)} className={classes.course} lang={course.language}>
                {course.title}
              </Anchor>
              <Tooltip label={t('hideOutline')}>
                <ActionIcon aria-label={t('hideOutline')} onClick={() => showBeside(false)}>
                  <IconLayoutSidebarLeftCollapse size={20} stroke={1.6} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </Group>
            {outline}
          </div>
        </Box>
      )}
      <div className={classes.page} ref={page}>
        <Button
          {...(isShown && { hiddenFrom: 'md' as const })}
          variant="default"
          leftSection={<IconListDetails size={18} aria-hidden />}
          onClick={toggleOutline}
          className={classes.open}
        >
          {t('outline')}
        </Button>
        <Drawer
          opened={openAt === key}
          onClose={() => setOpenAt(null)}
          title={<span lang={course.language}>{course.title}</span>}
          closeButtonProps={{ 'aria-label': t('closeOutline') }}
        >
          {outline}
        </Drawer>
        {!isStudent && previewed === null && (
          <Alert color="gray" icon={<IconEye aria-hidden />} mb="lg" data-screen-only>
            {t('previewing')}{' '}
            {course.viewerCanEdit && (
              <Anchor component={Link} to={teachCoursePath(course.slug)} inherit fw={600}>
                {t('edit')}
              </Anchor>
            )}
          </Alert>
        )}
        <article className={classes.content} lang={course.language}>
          <Text c="dimmed" fw={600} size="sm" mb="xs">
            {moduleTitle}
          </Text>
          <PageTitle mb="xl">{content?.item.title ?? moduleTitle}</PageTitle>
          {content === undefined ? (
            <Text>{t('emptyModule')}</Text>
          ) : content.viewerLock === null ? (
            <PlayedContent key={content.id} content={content} isStudent={isStudent} isTakenBack={takenBack.includes(content.id)} />
          ) : (
            <LockedContent lock={content.viewerLock} courseSlug={course.slug} />
          )}
        </article>
        <PlayerSteps course={course} place={place} onTakenBack={() => content !== undefined && setTakenBack([...takenBack, content.id])} />
        <Group gap="xs" mt="lg" className={classes.tools}>
          {place.moduleId !== undefined && (
            <Button
              component={Link}
              to={printPath(course.slug, place.moduleId)}
              variant="subtle"
              color="gray"
              size="compact-md"
              leftSection={<IconPrinter size={17} stroke={1.6} aria-hidden />}
            >
              {t('print.link')}
            </Button>
          )}
          <Button
            visibleFrom="md"
            variant="subtle"
            color="gray"
            size="compact-md"
            leftSection={<IconKeyboard size={18} stroke={1.6} aria-hidden />}
            onClick={() => setHelpOpen(true)}
          >
            {t('keys.title')}
          </Button>
        </Group>
        <ShortcutsDialog isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
      </div>
    </div>
  );
}
