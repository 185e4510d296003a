import { Button } from '@mantine/core';
import { IconArrowBackUp, IconListDetails } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { allModulesPath } from '../../lib/paths.ts';
import classes from './course-outline.module.css';
import type { UndoStep } from './undo-history.ts';

interface OutlineToolbarProps {
  courseSlug: string;
  latest: UndoStep | undefined;
  onUndo: (step: UndoStep) => void;
}

/** What concerns the outline as a whole. */
export function OutlineToolbar({ courseSlug, latest, onUndo }: OutlineToolbarProps) {
  const { t } = useTranslation('arranging');
  const { t: say } = useTranslation('shell');
  return (
    <div className={classes.toolbar}>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconArrowBackUp size={18} stroke={1.7} aria-hidden />}
        aria-label={latest === undefined ? t('undo.nothing') : t('undo.latest', { title: latest.title })}
        aria-keyshortcuts="Control+Z Meta+Z"
        disabled={latest === undefined}
        onClick={() => latest !== undefined && onUndo(latest)}
      >
        {say('undo')}
      </Button>
      <Button
        component={Link}
        to={allModulesPath(courseSlug)}
        variant="default"
        size="sm"
        leftSection={<IconListDetails size={18} stroke={1.7} aria-hidden />}
      >
        {t('all.open')}
      </Button>
    </div>
  );
}
