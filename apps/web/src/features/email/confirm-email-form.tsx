import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { graphql } from '../../gql/gql.ts';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';

const ConfirmEmail = graphql(`
  mutation ConfirmEmail($input: ConfirmEmailInput!) {
    confirmEmail(input: $input) {
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** A button rather than the mere visit: programs that look at links in mails confirm nothing. */
export function ConfirmEmailForm({ secret, onDone }: { secret: string; onDone: () => void }) {
  const { t } = useTranslation('security');
  const [confirm] = useSend(ConfirmEmail);
  const form = useRuleForm({ rule: z.object({}), initialValues: {}, send: () => confirm({ input: { secret } }), onDone });
  return (
    <RuleForm form={form} label={t('confirm.title')}>
      <Button type="submit" size="md" loading={form.isSending} fullWidth>
        {t('confirm.submit')}
      </Button>
    </RuleForm>
  );
}
