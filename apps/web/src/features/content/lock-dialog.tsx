import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { UserErrorRef } from '../../lib/user-error.ts';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';

/** A lock as the API takes it: null is no condition. */
export interface WantedLock {
  afterModuleId: string | null;
  availableFrom: string | null;
}

interface LockDialogProps {
  title: string;
  lock: { afterModule: { id: string } | null; availableFrom: string | null } | null;
  /** The other modules of the course, in their order. */
  modules: readonly { id: string; title: string }[];
  save: (lock: WantedLock) => Promise<{ userErrors: readonly UserErrorRef[] } | null>;
  onClose: () => void;
  onSaved: () => void;
}

const rule = z.object({ afterModuleId: z.string().nullable(), availableFrom: z.string() });

/** A moment as a field of the browser writes it: the author's own wall clock, to the minute. */
function wallClock(iso: string | null): string {
  if (iso === null) return '';
  const moment = new Date(iso);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Says what students wait for before they may read something. */
export function LockDialog({ title, lock, modules, save, onClose, onSaved }: LockDialogProps) {
  const { t } = useTranslation(['teaching', 'shell']);
  const form = useRuleForm({
    rule,
    initialValues: { afterModuleId: lock?.afterModule?.id ?? null, availableFrom: wallClock(lock?.availableFrom ?? null) },
    send: ({ afterModuleId, availableFrom }) =>
      save({ afterModuleId, availableFrom: availableFrom === '' ? null : new Date(availableFrom).toISOString() }),
    onDone: onSaved,
  });
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Modal opened onClose={onClose} title={t('lock.title', { title })} size="lg" closeButtonProps={{ 'aria-label': t('shell:close') }}>
      <RuleForm form={form}>
        <Text size="sm" c="dimmed">
          {t('lock.lead')}
        </Text>
        <Stack gap="md">
          <Select
            label={t('lock.after')}
            placeholder={t(modules.length === 0 ? 'lock.noModule' : 'lock.afterNone')}
            data={modules.map((module) => ({ value: module.id, label: module.title }))}
            disabled={modules.length === 0}
            clearable
            clearButtonProps={{ 'aria-label': t('lock.clear') }}
            data-autofocus
            {...form.getInputProps('afterModuleId')}
          />
          <TextInput
            type="datetime-local"
            label={t('lock.from')}
            description={t('lock.fromHint', { zone })}
            maw={320}
            {...form.getInputProps('availableFrom')}
          />
        </Stack>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={form.isSending}>
            {t('save')}
          </Button>
        </Group>
      </RuleForm>
    </Modal>
  );
}
