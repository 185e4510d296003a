import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './selection-bar.module.css';
import type { RecordAction } from './use-record-action.ts';

interface SelectionBarProps<TRow> {
  rows: readonly TRow[];
  actions: readonly RecordAction<TRow>[];
  progress: { key: string; done: number; of: number } | null;
  onAct: (action: RecordAction<TRow>) => void;
  onClear: () => void;
}

/** What can be done with the chosen records: at hand wherever one is in the list. */
export function SelectionBar<TRow>({ rows, actions, progress, onAct, onClear }: SelectionBarProps<TRow>) {
  const { t } = useTranslation('admin');
  // What is under way stays, though there may be nothing left for it.
  const possible = actions.filter((action) => action.key === progress?.key || rows.some((row) => action.isFor(row)));
  return (
    <div className={classes.bar} role="group" aria-label={t('select.actions')} hidden={rows.length === 0}>
      <Text role="status" fw={600} size="sm">
        {progress === null ? rows.length > 0 && t('select.count', { count: rows.length }) : t('select.progress', progress)}
      </Text>
      <Button size="sm" variant="subtle" disabled={progress !== null} onClick={onClear}>
        {t('select.clear')}
      </Button>
      <span className={classes.space} />
      {possible.map((action) => (
        <Button
          key={action.key}
          size="sm"
          variant="default"
          {...(action.isDangerous === true && { c: 'var(--mantine-color-error)' })}
          leftSection={action.icon}
          loading={progress?.key === action.key}
          disabled={progress !== null && progress.key !== action.key}
          onClick={() => onAct(action)}
        >
          {action.label}
        </Button>
      ))}
    </div>
  );
}
