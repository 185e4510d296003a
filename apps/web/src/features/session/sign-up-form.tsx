import { passwordMinLength, signUpRule } from '@cursus/rules/account';
import { Button, PasswordInput, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { session } from '../../lib/session.ts';
import { deviceTimeZone } from '../../lib/time-zone.ts';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';

const SignUp = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      credentials {
        ...Session_credentials
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** A new account, signed in at once. `invitation`: the secret of one, where sign-up asks for it. */
export function SignUpForm({ invitation = null }: { invitation?: string | null }) {
  const { t, i18n } = useTranslation('account');
  const [signUp] = useSend(SignUp);
  const form = useRuleForm({
    rule: signUpRule.omit({ language: true, timeZone: true }),
    initialValues: { firstName: '', lastName: '', username: '', email: '', password: '' },
    send: (input) => signUp({ input: { ...input, language: i18n.language, timeZone: deviceTimeZone(), invitation } }),
    onDone: ({ credentials }) => {
      if (credentials !== null) session.begin(credentials);
    },
  });

  return (
    <RuleForm form={form} label={t('signUp.title')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput label={t('signUp.firstName')} autoComplete="given-name" required {...form.getInputProps('firstName')} />
        <TextInput label={t('signUp.lastName')} autoComplete="family-name" required {...form.getInputProps('lastName')} />
      </SimpleGrid>
      <TextInput
        label={t('signUp.username')}
        description={t('signUp.usernameHint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...form.getInputProps('username')}
      />
      <TextInput label={t('signUp.email')} type="email" autoComplete="email" required {...form.getInputProps('email')} />
      <PasswordInput
        label={t('password')}
        description={t('signUp.passwordHint', { count: passwordMinLength })}
        autoComplete="new-password"
        required
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        {...form.getInputProps('password')}
      />
      <Button type="submit" size="md" loading={form.isSending} fullWidth mt="xs">
        {t('signUp.submit')}
      </Button>
    </RuleForm>
  );
}
