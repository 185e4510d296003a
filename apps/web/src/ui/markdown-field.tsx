import { Input, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Markdown } from './markdown.tsx';
import type { MarkdownEditorProps } from './markdown-editor/markdown-editor.tsx';
import classes from './markdown-field.module.css';

interface MarkdownFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  hint?: string;
  minRows?: number;
  required?: boolean;
  /** Whether what shows the text gives its readers the right to its pictures. */
  hasPictures?: boolean;
}

type Pane = 'write' | 'source' | 'preview';
const panes = ['write', 'source', 'preview'] as const satisfies readonly Pane[];

/** Without the editor (no connection at the moment that it is fetched) there still is the source. */
const MarkdownEditor = lazy(async () => {
  const editor = await import('./markdown-editor/markdown-editor.tsx').catch(() => null);
  return { default: editor?.MarkdownEditor ?? SourcePane };
});

/** Markdown, written as it will be seen; its source and what students see are one click away. */
export function MarkdownField({
  label,
  value,
  onChange,
  error,
  hint,
  minRows = 12,
  required = false,
  hasPictures = false,
}: MarkdownFieldProps) {
  const { t } = useTranslation('fields');
  const id = useId();
  const [pane, setPane] = useState<Pane>('write');
  const [toolbarPlace, setToolbarPlace] = useState<HTMLElement | null>(null);
  const isInvalid = Boolean(error);
  const shared = {
    label,
    value,
    onChange,
    minRows,
    hasPictures,
    toolbarPlace,
    describedBy: [hint && `${id}-description`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
  };

  return (
    <Input.Wrapper
      id={id}
      label={label}
      labelProps={{ onClick: () => document.getElementById(id)?.focus() }}
      required={required}
      error={error}
      size="md"
      {...(hint === undefined ? {} : { description: hint })}
    >
      <div className={classes.field} data-invalid={isInvalid || undefined}>
        <div className={classes.bar}>
          <SegmentedControl
            size="xs"
            aria-label={t('markdown.panes', { label })}
            value={pane}
            onChange={(chosen) => setPane(panes.find((name) => name === chosen) ?? 'write')}
            data={panes.map((name) => ({ value: name, label: t(`markdown.${name}`) }))}
          />
          <div ref={setToolbarPlace} className={classes.toolbar} hidden={pane !== 'write'} />
        </div>
        {/* Out of sight it keeps what can be undone. */}
        <div hidden={pane !== 'write'}>
          <Suspense fallback={<Skeleton height={`${minRows * 1.7 + 6}rem`} radius={0} />}>
            <MarkdownEditor {...shared} id={pane === 'write' ? id : `${id}-editor`} isInvalid={isInvalid && pane === 'write'} />
          </Suspense>
        </div>
        {pane === 'source' && <SourcePane {...shared} id={id} isInvalid={isInvalid} />}
        {pane === 'preview' && (
          <div id={id} className={classes.preview} role="region" aria-label={t('markdown.previewOf', { label })} tabIndex={0}>
            {value.trim() === '' ? <Text c="dimmed">{t('markdown.empty')}</Text> : <Markdown>{value}</Markdown>}
          </div>
        )}
      </div>
    </Input.Wrapper>
  );
}

/** The text as it is stored. */
function SourcePane({ id, value, onChange, isInvalid, describedBy, minRows }: MarkdownEditorProps) {
  return (
    <textarea
      id={id}
      className={classes.source}
      rows={minRows}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      aria-labelledby={`${id}-label`}
      aria-invalid={isInvalid || undefined}
      aria-describedby={describedBy}
      spellCheck
    />
  );
}
