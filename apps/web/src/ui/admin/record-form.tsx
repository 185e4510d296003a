import { Button, Card, Group } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { z } from 'zod';
import { isSame } from '../../lib/merge-edits.ts';
import { newKey } from '../../lib/new-key.ts';
import type { Mistake, UserErrorRef } from '../../lib/user-error.ts';
import { RuleForm, useRuleForm } from '../rule-form.tsx';
import { UnsavedGuard } from '../unsaved-guard.tsx';
import { type RecordField, RecordFields } from './record-fields.tsx';

interface RecordFormProps<TValues extends Record<string, unknown>, TRuled, TPayload extends { userErrors: readonly UserErrorRef[] }> {
  /** What the form is for. */
  label: string;
  isNew: boolean;
  rule: z.ZodType<TRuled, TValues>;
  /** What is stored, or what something new begins with. */
  values: TValues;
  fields: readonly RecordField<TValues>[];
  /** By `useSend`. The key makes sure that what is sent twice is created once. */
  send: (ruled: TRuled, idempotencyKey: string) => Promise<TPayload | null>;
  onDone: (payload: TPayload) => void | Promise<void>;
  mistakesIn?: (payload: TPayload) => readonly Mistake[];
  submitLabel?: string;
  cancelPath: string;
}

/** A record's form: saved by its button, as a whole; what is refused is told beside its field. Another record needs another `key`. */
export function RecordForm<TValues extends Record<string, unknown>, TRuled, TPayload extends { userErrors: readonly UserErrorRef[] }>(
  props: RecordFormProps<TValues, TRuled, TPayload>,
) {
  const { isNew, label, rule, fields } = props;
  const { t } = useTranslation('admin');
  const lastSent = useRef<{ ruled: unknown; key: string } | null>(null);
  const isDone = useRef(false);
  const form = useRuleForm({
    rule,
    initialValues: props.values,
    send: (ruled) => {
      // The same once more is the same request.
      if (lastSent.current === null || !isSame(lastSent.current.ruled, ruled)) lastSent.current = { ruled, key: newKey() };
      return props.send(ruled, lastSent.current.key);
    },
    ...(props.mistakesIn && { mistakesIn: props.mistakesIn }),
    onDone: async (payload) => {
      isDone.current = true;
      await props.onDone(payload);
      isDone.current = false;
    },
  });
  return (
    <Card p={{ base: 'md', sm: 'xl' }}>
      <RuleForm form={form} label={label}>
        <RecordFields form={form} fields={fields} isNew={isNew} />
        <Group gap="sm" mt="xs">
          <Button type="submit" size="md" loading={form.isSending}>
            {props.submitLabel ?? t(isNew ? 'form.create' : 'form.save')}
          </Button>
          <Button component={Link} to={props.cancelPath} size="md" variant="default">
            {t('cancel')}
          </Button>
        </Group>
        <UnsavedGuard isUnsaved={() => !isDone.current && form.isDirty()} flush={() => Promise.resolve(false)} />
      </RuleForm>
    </Card>
  );
}
