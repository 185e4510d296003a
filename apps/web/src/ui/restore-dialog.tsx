import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { copied } from '../lib/copy-keeper.ts';
import { formatRecent } from '../lib/dates.ts';
import type { LocalCopy } from '../lib/local-copy.ts';
import { changedFields } from '../lib/merge-edits.ts';
import type { Fields } from '../lib/save-state.ts';
import { useReturnedFocus } from './use-returned-focus.ts';
import { type ComparedField, VersionComparison } from './version-comparison.tsx';

interface RestoreDialogProps {
  copy: LocalCopy;
  /** What the form shows without it. */
  present: Fields;
  fields: Readonly<Record<string, ComparedField>>;
  onRestore: () => void;
  onDiscard: () => void;
}

/** What was written here and never reached the server: one looks at it, and decides before one goes on. */
export function RestoreDialog({ copy, present, fields, onRestore, onDiscard }: RestoreDialogProps) {
  const { t, i18n } = useTranslation('fields');
  useReturnedFocus();
  const isNew = copy.revision === null;
  const left = copied(present, copy.changed);
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      size={isNew ? 'lg' : '64rem'}
      title={t('versions.leftTitle', { moment: formatRecent(copy.at, i18n.language) })}
    >
      <Stack gap="lg">
        <Text c="dimmed">{t('versions.leftText')}</Text>
        <VersionComparison
          fields={fields}
          differing={changedFields(left, present)}
          mine={{ heading: t('versions.onDevice'), values: left }}
          theirs={isNew ? null : { heading: t('versions.onServer'), values: present }}
        />
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={onDiscard}>
            {t('versions.discard')}
          </Button>
          <Button onClick={onRestore} data-autofocus>
            {t('versions.restore')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
