import { Button, Card, Group, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { UnsavedGuard } from '../../ui/unsaved-guard.tsx';
import { RuleForm, type RuleFormState } from '../../ui/rule-form.tsx';

interface ItemFormFrameProps<TValues extends Record<string, unknown>> {
  form: RuleFormState<TValues>;
  title: GetInputPropsReturnType;
  cancelPath: string;
  /** The kind's own fields. */
  children: ReactNode;
}

/** What the form of every kind has: a title, and a way to save or to leave. */
export function ItemForm<TValues extends Record<string, unknown>>({ form, title, cancelPath, children }: ItemFormFrameProps<TValues>) {
  const { t } = useTranslation('teaching');
  return (
    <Card p={{ base: 'md', sm: 'xl' }}>
      <RuleForm form={form}>
        <UnsavedGuard isDirty={() => form.isDirty()} />
        <TextInput label={t('item.title')} required {...title} />
        {children}
        <Group gap="sm" mt="xs">
          <Button type="submit" size="md" loading={form.isSending}>
            {t('save')}
          </Button>
          <Button component={Link} to={cancelPath} size="md" variant="default">
            {t('cancel')}
          </Button>
        </Group>
      </RuleForm>
    </Card>
  );
}
