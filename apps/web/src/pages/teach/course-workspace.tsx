import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconEye, IconUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useMatch, useNavigate } from 'react-router';
import { CourseActionsMenu } from '../../features/course/course-actions-menu.tsx';
import { CourseStatusBadge } from '../../features/course/course-status-badge.tsx';
import { useCourseActions } from '../../features/course/use-course-actions.tsx';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { formatDay } from '../../lib/dates.ts';
import { forbidden } from '../../lib/failure.ts';
import {
  courseChecklistPath,
  coursePreviewPath,
  courseSettingsPath,
  courseStudentsPath,
  courseTrashPath,
  courseViewsPath,
  teachCoursePath,
  teachPath,
} from '../../lib/paths.ts';
import { FailurePage } from '../../ui/failure-page.tsx';
import { Page } from '../../ui/page.tsx';
import classes from './course-workspace.module.css';

const CourseWorkspaceCourse = graphql(`
  fragment CourseWorkspace_course on Course {
    id
    title
    slug
    status
    language
    publishedAt
    viewerCanEdit
    ...CourseActions_course
  }
`);

interface CourseWorkspaceProps {
  course: FragmentType<typeof CourseWorkspaceCourse>;
  children: ReactNode;
}

/** On a phone the sections are wider than the page: the present one is in sight. */
function showPresent(nav: HTMLElement | null): void {
  nav?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
}

/** The frame of the pages on which a course is worked on. */
export function CourseWorkspace({ course: ref, children }: CourseWorkspaceProps) {
  const { t, i18n } = useTranslation('teaching');
  const { t: tell } = useTranslation('arranging');
  const navigate = useNavigate();
  const course = readFragment(CourseWorkspaceCourse, ref);
  const { title, slug, status, publishedAt, viewerCanEdit } = course;
  const { publish, isPublishing } = useCourseActions(course);
  const isOnChecklist = useMatch(courseChecklistPath(':slug')) !== null;
  if (!viewerCanEdit) return <FailurePage error={forbidden} />;

  return (
    <Page
      title={title}
      titleLang={course.language}
      eyebrow={
        <Anchor component={Link} to={teachPath} size="sm" fw={600}>
          {t('title')}
        </Anchor>
      }
      lead={
        <Group component="span" gap="xs">
          <CourseStatusBadge status={status} />
          <Text span size="sm">
            {t(`course.state.${status}`, { day: publishedAt === null ? '' : formatDay(publishedAt, i18n.language) })}
          </Text>
        </Group>
      }
      actions={
        <>
          {status !== 'PUBLISHED' && (
            <Button leftSection={<IconUpload size={18} aria-hidden />} loading={isPublishing} onClick={() => void publish()}>
              {t(isOnChecklist ? 'checklist.publish' : 'course.publish')}
            </Button>
          )}
          <Button component={Link} to={coursePreviewPath(slug)} variant="default" leftSection={<IconEye size={18} aria-hidden />}>
            {t('course.preview')}
          </Button>
          <CourseActionsMenu course={course} onDeleted={() => navigate(teachPath)} />
        </>
      }
    >
      <nav ref={showPresent} aria-label={t('course.sections')} className={classes.sections}>
        <NavLink to={teachCoursePath(slug)} end className={classes.section ?? ''}>
          {t('course.outline')}
        </NavLink>
        <NavLink to={courseSettingsPath(slug)} className={classes.section ?? ''}>
          {t('course.settings')}
        </NavLink>
        <NavLink to={courseChecklistPath(slug)} className={classes.section ?? ''}>
          {t('course.checklist')}
        </NavLink>
        <NavLink to={courseStudentsPath(slug)} className={classes.section ?? ''}>
          {t('course.students')}
        </NavLink>
        <NavLink to={courseViewsPath(slug)} className={classes.section ?? ''}>
          {t('course.views')}
        </NavLink>
        <NavLink to={courseTrashPath(slug)} className={classes.section ?? ''}>
          {tell('trash.title')}
        </NavLink>
      </nav>
      {children}
    </Page>
  );
}
