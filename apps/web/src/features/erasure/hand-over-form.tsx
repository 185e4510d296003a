import { Button, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usernameRule } from '@cursus/rules/account';
import { z } from 'zod';
import { graphql } from '../../gql/gql.ts';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';
import { showDone } from '../../ui/toast.tsx';

const TransferCourse = graphql(`
  mutation TransferCourse($input: TransferCourseInput!) {
    transferCourse(input: $input) {
      course {
        id
        owner {
          id
        }
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const rule = z.object({ username: usernameRule });

interface HandOverFormProps {
  course: { id: string; title: string };
  onDone: () => void;
}

/** Gives a course to another instructor, so that its students keep it. */
export function HandOverForm({ course: { id, title }, onDone }: HandOverFormProps) {
  const { t } = useTranslation('mydata');
  const [transfer] = useSend(TransferCourse);
  const form = useRuleForm({
    rule,
    initialValues: { username: '' },
    send: ({ username }) => transfer({ input: { id, username } }),
    onDone: () => {
      showDone(t('handOver.done', { title }));
      onDone();
    },
  });
  return (
    <RuleForm form={form} label={t('handOver.form', { title })}>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('handOver.username', { title })}
          description={t('handOver.hint')}
          autoComplete="off"
          autoCapitalize="none"
          flex="1 1 14rem"
          inputWrapperOrder={['label', 'description', 'error', 'input']}
          {...form.getInputProps('username')}
        />
        <Button type="submit" variant="default" size="md" loading={form.isSending}>
          {t('handOver.submit')}
        </Button>
      </Group>
    </RuleForm>
  );
}
