import { Input, SegmentedControl, Text } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { type ReactNode, useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Markdown } from './markdown.tsx';
import classes from './markdown-field.module.css';
import { MarkdownToolbar } from './markdown-toolbar.tsx';
import { editFor, type Markup } from './markup.ts';

interface MarkdownFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  hint?: string;
  minRows?: number;
  required?: boolean;
}

/** Writes through the browser, so that it can be undone like typing. */
function replaceSelection(textarea: HTMLTextAreaElement, inserted: string, write: (value: string) => void): void {
  if (document.execCommand('insertText', false, inserted)) return;
  const { value, selectionStart, selectionEnd } = textarea;
  write(value.slice(0, selectionStart) + inserted + value.slice(selectionEnd));
}

/** Markdown, with buttons for what is hard to remember, and beside it what the student will see. */
export function MarkdownField({ label, value, onChange, error, hint, minRows = 12, required = false }: MarkdownFieldProps) {
  const { t } = useTranslation('fields');
  const id = useId();
  const [pane, setPane] = useState<'write' | 'preview'>('write');
  const textarea = useRef<HTMLTextAreaElement>(null);
  const previewed = useDeferredValue(value);

  const mark = (markup: Markup): void => {
    const field = textarea.current;
    if (field === null) return;
    const { replaced, inserted, selected } = editFor(field.value, { start: field.selectionStart, end: field.selectionEnd }, markup);
    field.focus();
    field.setSelectionRange(replaced.start, replaced.end);
    replaceSelection(field, inserted, onChange);
    field.setSelectionRange(selected.start, selected.end);
  };

  return (
    <Input.Wrapper id={id} label={label} required={required} error={error} size="md" {...(hint === undefined ? {} : { description: hint })}>
      <div className={classes.field} data-pane={pane} data-invalid={Boolean(error) || undefined}>
        <div className={classes.bar}>
          <MarkdownToolbar label={t('markdown.toolbar', { label })} isHidden={pane === 'preview'} onMark={mark} />
          <SegmentedControl
            className={classes.panes}
            size="xs"
            aria-label={t('markdown.panes')}
            value={pane}
            onChange={(chosen) => setPane(chosen === 'preview' ? 'preview' : 'write')}
            data={[
              { value: 'write', label: t('markdown.write') },
              { value: 'preview', label: t('markdown.preview') },
            ]}
          />
        </div>
        <textarea
          ref={textarea}
          id={id}
          className={classes.text}
          rows={minRows}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          aria-invalid={Boolean(error) || undefined}
          aria-describedby={[hint && `${id}-description`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
          spellCheck
        />
        <div className={classes.preview} role="region" aria-label={t('markdown.previewOf', { label })} tabIndex={0}>
          {previewed.trim() === '' ? <Text c="dimmed">{t('markdown.empty')}</Text> : <Markdown>{previewed}</Markdown>}
        </div>
      </div>
    </Input.Wrapper>
  );
}
