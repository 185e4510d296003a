import { itemTitleRule } from '@cursus/rules/content';
import { TextInput } from '@mantine/core';
import { useEffect } from 'react';
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
  const { element } = form;

  useEffect(() => {
    // A menu that closes gives the focus back to its button unless it went elsewhere after this was drawn: not before the next frame.
    const frame = requestAnimationFrame(() => {
      const field = element.current?.querySelector('input');
      field?.focus();
      field?.select();
    });
    return () => cancelAnimationFrame(frame);
  }, [element]);

  return (
    <RuleForm form={form} label={label}>
      <TextInput
        aria-label={label}
        lang={language}
        autoComplete="off"
        readOnly={form.isSending}
        {...form.getInputProps('title')}
        onKeyDown={({ key }) => {
          if (key === 'Escape') rename.close();
        }}
        onBlur={() => void (form.isDirty() ? form.submit() : rename.close())}
      />
    </RuleForm>
  );
}
