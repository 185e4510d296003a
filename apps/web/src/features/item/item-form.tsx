import { Card, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../lib/save-state.ts';
import { KeptForm } from '../../ui/kept-form.tsx';
import type { KeptFormState } from '../../ui/use-kept-form.ts';
import type { ComparedFields } from '../../ui/version-comparison.tsx';

interface ItemFormFrameProps<TValues extends Fields & { title: string }> {
  form: KeptFormState<TValues>;
  fields: ComparedFields<TValues>;
  cancelPath: string;
  /** The kind's own fields. */
  children: ReactNode;
}

/** What the form of every kind has: a title, and a way to save or to leave. */
export function ItemForm<TValues extends Fields & { title: string }>({ form, fields, cancelPath, children }: ItemFormFrameProps<TValues>) {
  const { t } = useTranslation('teaching');
  return (
    <Card p={{ base: 'md', sm: 'xl' }} style={{ overflow: 'visible' }}>
      <KeptForm form={form} fields={fields} createLabel={t('save')} cancelPath={cancelPath}>
        <TextInput label={t('item.title')} required {...form.getInputProps('title')} />
        {children}
      </KeptForm>
    </Card>
  );
}
