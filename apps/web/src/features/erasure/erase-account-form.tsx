import { Button, Group, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { graphql } from '../../gql/gql.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';

const EraseAccount = graphql(`
  mutation EraseAccount($input: EraseAccountInput!) {
    eraseAccount(input: $input) {
      erasedUserId
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const EraseUser = graphql(`
  mutation EraseUser($input: EraseUserInput!) {
    eraseUser(input: $input) {
      erasedUserId
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface EraseAccountFormProps {
  userId: string;
  username: string;
  isOwn: boolean;
  onErased: () => void;
  onCancel: () => void;
}

/** The last step: the username of the account, typed, and one's own password. */
export function EraseAccountForm({ userId, username, isOwn, onErased, onCancel }: EraseAccountFormProps) {
  const { t } = useTranslation('mydata');
  const [eraseOwn] = useSend(EraseAccount);
  const [eraseOther] = useSend(EraseUser);
  const rule = useMemo(
    () =>
      z.object({
        confirmation: z.string().refine((typed) => typed.trim().toLowerCase() === username),
        password: z.string().min(1),
      }),
    [username],
  );
  const form = useRuleForm({
    rule,
    initialValues: { confirmation: '', password: '' },
    send: ({ password }) => (isOwn ? eraseOwn({ input: { password } }) : eraseOther({ input: { userId, password } })),
    onDone: onErased,
  });
  return (
    <RuleForm form={form} label={t('erase.form')}>
      <TextInput
        label={t('erase.confirmation', { username })}
        autoComplete="off"
        autoCapitalize="none"
        autoFocus
        {...form.getInputProps('confirmation')}
      />
      <PasswordField label={t('erase.password')} autoComplete="current-password" {...form.getInputProps('password')} />
      <Group>
        <Button type="submit" color="red" loading={form.isSending}>
          {t('erase.submit')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </RuleForm>
  );
}
