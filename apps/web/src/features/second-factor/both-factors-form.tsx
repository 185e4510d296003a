import { signInCodeRule } from '@cursus/rules/account';
import { Button, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { UserErrorRef } from '../../lib/user-error.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';

const bothFactorsRule = z.object({ password: z.string().min(1), ...signInCodeRule.shape });

interface BothFactorsFormProps<TPayload> {
  label: string;
  submitLabel: string;
  isDangerous?: boolean;
  send: (input: { password: string; code: string }) => Promise<TPayload | null>;
  onDone: (payload: TPayload) => void;
  onCancel: () => void;
}

/** Who changes the second factor shows both. */
export function BothFactorsForm<TPayload extends { userErrors: readonly UserErrorRef[] }>({
  label,
  submitLabel,
  isDangerous = false,
  send,
  onDone,
  onCancel,
}: BothFactorsFormProps<TPayload>) {
  const { t } = useTranslation('security');
  const form = useRuleForm({ rule: bothFactorsRule, initialValues: { password: '', code: '' }, send, onDone });
  return (
    <RuleForm form={form} label={label}>
      <PasswordField label={t('currentPassword')} autoComplete="current-password" autoFocus {...form.getInputProps('password')} />
      <TextInput
        label={t('factor.codeOrRecovery')}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...form.getInputProps('code')}
      />
      <Group>
        <Button type="submit" loading={form.isSending} {...(isDangerous && { color: 'red' })}>
          {submitLabel}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {t('factor.cancel')}
        </Button>
      </Group>
    </RuleForm>
  );
}
