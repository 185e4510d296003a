import { resetPasswordRule } from '@cursus/rules/account';
import { Button, Card, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';
import { showDone } from '../../ui/toast.tsx';

const SetPasswordDocument = graphql(`
  mutation SetPassword($input: SetPasswordInput!) {
    setPassword(input: $input) {
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** A new password for somebody else's account, without the old one. */
export function SetPasswordForm({ userId }: { userId: string }) {
  const { t } = useTranslation('people');
  const [set] = useSend(SetPasswordDocument);
  const form = useRuleForm({
    rule: resetPasswordRule,
    initialValues: { password: '' },
    send: ({ password }) => set({ input: { userId, password } }),
    onDone: () => {
      form.reset();
      showDone(t('users.password.done'));
    },
  });
  return (
    <Card p={{ base: 'md', sm: 'xl' }}>
      <RuleForm form={form} label={t('users.password.title')}>
        <PasswordField
          label={t('users.password.new')}
          description={t('users.password.hint')}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <Group>
          <Button type="submit" variant="default" loading={form.isSending}>
            {t('users.password.submit')}
          </Button>
        </Group>
      </RuleForm>
    </Card>
  );
}
