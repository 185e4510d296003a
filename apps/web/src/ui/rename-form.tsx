import { itemTitleRule } from '@cursus/rules/content';
import { TextInput } from '@mantine/core';
import type { UserErrorRef } from '../lib/user-error.ts';
import { RuleForm, useRuleForm } from './rule-form.tsx';

/** By `useSend`. */
export type SendTitle = (title: string) => Promise<{ userErrors: readonly UserErrorRef[] } | null>;

/** What a row needs to be renamed in its place. */
export interface RowRename {
  isOpen: boolean;
  open: () => void;
  close: () => void;
  send: SendTitle;
}

/** A title while it is changed where it stands: Enter or going elsewhere saves it, Escape leaves it as it was. */
export function RenameForm({ title, label, language, rename }: { title: string; label: string; language: string; rename: RowRename }) {
  const form = useRuleForm({
    rule: itemTitleRule,
    initialValues: { title },
    send: (values) => rename.send(values.title),
    onDone: rename.close,
  });
  return (
    <RuleForm form={form} label={label}>
      <TextInput
        aria-label={label}
        lang={language}
        autoComplete="off"
        data-autofocus
        autoFocus
        readOnly={form.isSending}
        onFocus={({ currentTarget }) => currentTarget.select()}
        {...form.getInputProps('title')}
        onKeyDown={({ key }) => {
          if (key === 'Escape') rename.close();
        }}
        onBlur={() => void (form.isDirty() ? form.submit() : rename.close())}
      />
    </RuleForm>
  );
}
