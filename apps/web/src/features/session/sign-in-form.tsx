import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { session } from '../../lib/session.ts';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';
import { SignInCodeForm } from './sign-in-code-form.tsx';

const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      credentials {
        ...Session_credentials
      }
      challenge {
        secret
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const signInRule = z.object({ login: z.string().trim().min(1), password: z.string().min(1) });

interface SignInFormProps {
  onSignedIn?: () => void;
  /** What is done with the credentials: the session begins, unless somebody wants to look at them first. */
  begin?: typeof session.begin;
}

/** Begins the session; what follows is up to where the form stands. */
export function SignInForm({ onSignedIn, begin = (granted) => session.begin(granted) }: SignInFormProps) {
  const { t } = useTranslation('account');
  const [signIn] = useSend(SignIn);
  const [challenge, setChallenge] = useState<string | null>(null);
  const form = useRuleForm({
    rule: signInRule,
    initialValues: { login: '', password: '' },
    send: (input) => signIn({ input }),
    onDone: ({ credentials, challenge: asked }) => {
      if (asked !== null) return setChallenge(asked.secret);
      if (credentials !== null) begin(credentials);
      onSignedIn?.();
    },
  });

  if (challenge !== null)
    return <SignInCodeForm challenge={challenge} begin={begin} onSignedIn={() => onSignedIn?.()} onAgain={() => setChallenge(null)} />;

  return (
    <RuleForm form={form} label={t('signIn.title')}>
      <TextInput
        label={t('signIn.login')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...form.getInputProps('login')}
      />
      <PasswordInput
        label={t('password')}
        autoComplete="current-password"
        required
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        {...form.getInputProps('password')}
      />
      <Button type="submit" size="md" loading={form.isSending} fullWidth mt="xs">
        {t('signIn.submit')}
      </Button>
    </RuleForm>
  );
}
