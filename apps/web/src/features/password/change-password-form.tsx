import { changePasswordRule } from '@cursus/rules/account';
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';
import { showDone } from '../../ui/toast.tsx';

const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      userErrors {
        ...UserError_error
      }
    }
  }
`);

export function ChangePasswordForm({ onChanged }: { onChanged: () => void }) {
  const { t } = useTranslation('security');
  const [change] = useSend(ChangePassword);
  const form = useRuleForm({
    rule: changePasswordRule,
    initialValues: { password: '', newPassword: '' },
    send: (input) => change({ input }),
    onDone: () => {
      form.reset();
      showDone(t('change.done'));
      onChanged();
    },
  });
  return (
    <RuleForm form={form} label={t('change.title')}>
      <PasswordField label={t('currentPassword')} autoComplete="current-password" {...form.getInputProps('password')} />
      <PasswordField
        label={t('newPassword')}
        description={t('newPasswordHint')}
        autoComplete="new-password"
        {...form.getInputProps('newPassword')}
      />
      <Group>
        <Button type="submit" loading={form.isSending}>
          {t('change.submit')}
        </Button>
      </Group>
    </RuleForm>
  );
}
