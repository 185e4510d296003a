import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { teachCoursePath } from '../lib/paths.ts';
import classes from './preview-bar.module.css';

/** Says, for as long as a course is seen as a student sees it, that it is so; and the way back. */
export function PreviewBar({ courseSlug }: { courseSlug: string }) {
  const { t } = useTranslation('shell');
  return (
    <section className={classes.bar} aria-label={t('preview.label')}>
      <Group gap="sm" wrap="nowrap" className={classes.words}>
        <IconEye size={22} stroke={1.7} aria-hidden />
        <Text size="sm" fw={600}>
          {t('preview.title')}{' '}
          <Text span inherit fw={400}>
            {t('preview.text')}
          </Text>
        </Text>
      </Group>
      <Button
        component={Link}
        to={teachCoursePath(courseSlug)}
        color="marigold"
        leftSection={<IconArrowBackUp size={18} aria-hidden />}
        className={classes.leave ?? ''}
      >
        {t('preview.leave')}
      </Button>
    </section>
  );
}
