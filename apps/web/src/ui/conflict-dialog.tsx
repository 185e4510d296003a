import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { formatRecent } from '../lib/dates.ts';
import type { EditConflict, Fields } from '../lib/save-state.ts';
import { useViewerId } from '../lib/use-session.ts';
import { useReturnedFocus } from './use-returned-focus.ts';
import { type ComparedField, VersionComparison } from './version-comparison.tsx';

interface ConflictDialogProps {
  conflict: EditConflict<Fields>;
  /** What one has written so far. */
  mine: Fields;
  fields: Readonly<Record<string, ComparedField>>;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  /** Later: what is written stays where it is, unsaved. */
  onClose: () => void;
}

/** Two people wrote in the same place: who and when, both versions, and which one stays. */
export function ConflictDialog({ conflict, mine, fields, onKeepMine, onTakeTheirs, onClose }: ConflictDialogProps) {
  const { t, i18n } = useTranslation(['fields', 'shell']);
  const viewerId = useViewerId();
  const clipboard = useClipboard({ timeout: 3_000 });
  useReturnedFocus();
  const { other, theirs, contested } = conflict;
  const isOwn = other.by !== null && other.by.id === viewerId;
  const name = other.by?.name ?? t('save.somebody');
  const moment = other.at === null ? '' : formatRecent(other.at, i18n.language);
  const wordsOf = (values: Fields): string => contested.map((field) => String(values[field])).join('\n\n');

  return (
    <Modal
      opened
      onClose={onClose}
      size="64rem"
      title={t(isOwn ? 'versions.ownTitle' : 'versions.conflictTitle', { name })}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <Stack gap="lg">
        <Text c="dimmed">{t(isOwn ? 'versions.ownText' : 'versions.conflictText', { name, moment })}</Text>
        <VersionComparison
          fields={fields}
          differing={contested}
          mine={{ heading: t('versions.mine'), values: mine }}
          theirs={{ heading: t(isOwn ? 'versions.otherWindow' : 'versions.theirs', { name, moment }), values: theirs.values }}
        />
        <Group gap="sm" justify="flex-end">
          <Button variant="subtle" onClick={() => clipboard.copy(wordsOf(mine))}>
            <span role="status">{t(clipboard.copied ? 'versions.copied' : 'versions.copyMine')}</span>
          </Button>
          <Button variant="default" onClick={onTakeTheirs}>
            {t('versions.takeTheirs')}
          </Button>
          <Button onClick={onKeepMine}>{t('versions.keepMine')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
