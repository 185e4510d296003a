import { changeEmailRule } from '@cursus/rules/account';
import { Button, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';
import { showDone } from '../../ui/toast.tsx';

const ChangeEmail = graphql(`
  mutation ChangeEmail($input: ChangeEmailInput!) {
    changeEmail(input: $input) {
      viewer {
        id
        ...EmailSection_user
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

export function ChangeEmailForm() {
  const { t } = useTranslation('security');
  const [change] = useSend(ChangeEmail);
  const form = useRuleForm({
    rule: changeEmailRule,
    initialValues: { email: '', password: '' },
    send: (input) => change({ input }),
    onDone: () => {
      showDone(t('email.changed', { email: form.getValues().email }));
      form.reset();
    },
  });
  return (
    <RuleForm form={form} label={t('email.changeTitle')}>
      <TextInput label={t('email.new')} type="email" autoComplete="email" required {...form.getInputProps('email')} />
      <PasswordField label={t('currentPassword')} autoComplete="current-password" {...form.getInputProps('password')} />
      <Group>
        <Button type="submit" loading={form.isSending}>
          {t('email.submit')}
        </Button>
      </Group>
    </RuleForm>
  );
}
