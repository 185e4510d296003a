import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArchive,
  IconDots,
  IconExternalLink,
  IconEye,
  IconPencilPause,
  IconSettings,
  IconTrash,
  IconUpload,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FragmentType } from '../../gql/fragment-masking.ts';
import { coursePath, coursePreviewPath, courseSettingsPath } from '../../lib/paths.ts';
import { type CourseActionsCourse, useCourseActions } from './use-course-actions.tsx';

interface CourseActionsMenuProps {
  course: FragmentType<typeof CourseActionsCourse>;
  onDeleted?: () => void | Promise<void>;
}

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

/** All that an instructor can do with a course, as far as its state and the server allow. */
export function CourseActionsMenu({ course: ref, onDeleted }: CourseActionsMenuProps) {
  const { t } = useTranslation('teaching');
  const { course, publish, unpublish, archive, remove } = useCourseActions(ref, onDeleted);
  const { slug, title, status, viewerCanEdit, viewerCanDelete } = course;
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('course.actions', { title })}>
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {viewerCanEdit && (
          <Menu.Item component={Link} to={courseSettingsPath(slug)} leftSection={<IconSettings {...icon} />}>
            {t('course.settings')}
          </Menu.Item>
        )}
        <Menu.Item component={Link} to={coursePreviewPath(slug)} leftSection={<IconEye {...icon} />}>
          {t('course.preview')}
        </Menu.Item>
        <Menu.Item component={Link} to={coursePath(slug)} leftSection={<IconExternalLink {...icon} />}>
          {t('course.public')}
        </Menu.Item>
        {viewerCanEdit && (
          <>
            <Menu.Divider />
            {status !== 'PUBLISHED' && (
              <Menu.Item leftSection={<IconUpload {...icon} />} onClick={() => void publish()}>
                {t('course.publish')}
              </Menu.Item>
            )}
            {status !== 'DRAFT' && (
              <Menu.Item leftSection={<IconPencilPause {...icon} />} onClick={() => void unpublish()}>
                {t('course.unpublish')}
              </Menu.Item>
            )}
            {status !== 'ARCHIVED' && (
              <Menu.Item leftSection={<IconArchive {...icon} />} onClick={() => void archive()}>
                {t('course.archive')}
              </Menu.Item>
            )}
          </>
        )}
        {viewerCanDelete && (
          <>
            <Menu.Divider />
            <Menu.Item c="var(--mantine-color-error)" leftSection={<IconTrash {...icon} />} onClick={() => void remove()}>
              {t('course.delete')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
