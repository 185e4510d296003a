import { resetPasswordRule } from '@cursus/rules/account';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';

const ResetPassword = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** A new password, by the secret of a mail's link. */
export function ResetPasswordForm({ secret, onDone }: { secret: string; onDone: () => void }) {
  const { t } = useTranslation('security');
  const [reset] = useSend(ResetPassword);
  const form = useRuleForm({
    rule: resetPasswordRule,
    initialValues: { password: '' },
    send: (input) => reset({ input: { secret, ...input } }),
    onDone,
  });
  return (
    <RuleForm form={form} label={t('reset.title')}>
      <PasswordField
        label={t('newPassword')}
        description={t('newPasswordHint')}
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
      <Button type="submit" size="md" loading={form.isSending} fullWidth mt="xs">
        {t('reset.submit')}
      </Button>
    </RuleForm>
  );
}
