import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { deviceTimeZone, readerTimeZone } from '../../lib/time-zone.ts';
import type { UserErrorRef } from '../../lib/user-error.ts';
import { momentOf, wallClockOf } from '../../lib/wall-clock.ts';
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

/** Says what students wait for before they may read something. */
export function LockDialog({ title, lock, modules, save, onClose, onSaved }: LockDialogProps) {
  const { t } = useTranslation(['teaching', 'shell']);
  const form = useRuleForm({
    rule,
    initialValues: {
      afterModuleId: lock?.afterModule?.id ?? null,
      availableFrom: lock?.availableFrom ? wallClockOf(new Date(lock.availableFrom)) : '',
    },
    send: ({ afterModuleId, availableFrom }) =>
      save({ afterModuleId, availableFrom: availableFrom === '' ? null : momentOf(availableFrom).toISOString() }),
    onDone: onSaved,
  });
  const zone = readerTimeZone() ?? deviceTimeZone();
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
