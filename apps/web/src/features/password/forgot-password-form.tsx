import { forgottenLoginRule } from '@cursus/rules/account';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';

const RequestPasswordReset = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** Asks for a link to a new password. Whether there is such an account is not told. */
export function ForgotPasswordForm({ onAsked }: { onAsked: () => void }) {
  const { t } = useTranslation('security');
  const [request] = useSend(RequestPasswordReset);
  const form = useRuleForm({
    rule: forgottenLoginRule,
    initialValues: { login: '' },
    send: (input) => request({ input }),
    onDone: onAsked,
  });
  return (
    <RuleForm form={form} label={t('forgot.title')}>
      <TextInput
        label={t('forgot.login')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...form.getInputProps('login')}
      />
      <Button type="submit" size="md" loading={form.isSending} fullWidth mt="xs">
        {t('forgot.submit')}
      </Button>
    </RuleForm>
  );
}
