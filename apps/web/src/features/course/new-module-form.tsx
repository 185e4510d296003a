import { moduleRule } from '@cursus/rules/module';
import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { RuleForm, useRuleForm } from '../../ui/rule-form.tsx';
import { useSend } from '../../ui/send.ts';
import classes from './course-outline.module.css';

const CreateModuleDocument = graphql(`
  mutation CreateModule($input: CreateModuleInput!) {
    createModule(input: $input) {
      course {
        ...CourseOutline_course
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** Adds modules at the end of the course, one after another: Enter, and the field is empty again for the next. */
export function NewModuleForm({ courseId, isFirst }: { courseId: string; isFirst: boolean }) {
  const { t } = useTranslation('teaching');
  const [createModule] = useSend(CreateModuleDocument);
  const form = useRuleForm({
    rule: moduleRule.pick({ title: true }),
    initialValues: { title: '' },
    send: ({ title }) => createModule({ input: { courseId, title } }),
    onDone: (): void => form.setFieldValue('title', ''),
  });
  return (
    <div className={classes.newModule}>
      <RuleForm form={form} label={t('module.add')}>
        <div className={classes.newModuleFields}>
          <TextInput label={t('module.new')} placeholder={t('module.newExample')} autoComplete="off" {...form.getInputProps('title')} />
          <Button
            type="submit"
            size="md"
            variant={isFirst ? 'filled' : 'light'}
            loading={form.isSending}
            leftSection={<IconPlus size={18} aria-hidden />}
          >
            {t('module.add')}
          </Button>
        </div>
      </RuleForm>
    </div>
  );
}
