import { signInCodeRule } from '@cursus/rules/account';
import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import type { session } from '../../lib/session.ts';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';

const CompleteSignIn = graphql(`
  mutation CompleteSignIn($input: CompleteSignInInput!) {
    completeSignIn(input: $input) {
      credentials {
        ...Session_credentials
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface SignInCodeFormProps {
  challenge: string;
  begin: typeof session.begin;
  onSignedIn: () => void;
  onAgain: () => void;
}

/** The second step of signing in: a code of the app, or a recovery code. */
export function SignInCodeForm({ challenge, begin, onSignedIn, onAgain }: SignInCodeFormProps) {
  const { t } = useTranslation('security');
  const [complete] = useSend(CompleteSignIn);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const form = useRuleForm({
    rule: signInCodeRule,
    initialValues: { code: '' },
    send: ({ code }) => complete({ input: { challenge, code } }),
    onDone: ({ credentials }) => {
      if (credentials !== null) begin(credentials);
      onSignedIn();
    },
  });

  return (
    <Stack gap="md">
      <div>
        <Title order={2} size="h3">
          {t('code.title')}
        </Title>
        <Text c="dimmed" mt={4}>
          {t('code.text')}
        </Text>
      </div>
      <RuleForm form={form} label={t('code.title')}>
        <TextInput
          ref={field}
          label={t('factor.codeOrRecovery')}
          description={t('code.recovery')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          {...form.getInputProps('code')}
        />
        <Button type="submit" size="md" loading={form.isSending} fullWidth mt="xs">
          {t('code.submit')}
        </Button>
        <Button variant="subtle" onClick={onAgain}>
          {t('code.again')}
        </Button>
      </RuleForm>
    </Stack>
  );
}
