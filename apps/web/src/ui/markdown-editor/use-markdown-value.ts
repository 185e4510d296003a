import type { Editor } from '@tiptap/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import { documentOf, markdownOf } from './markdown-document.ts';

/** A text that takes longer than this to write is written when the hands rest. */
const atOnce = 10;
const rest = 300;

interface MarkdownValue {
  value: string;
  onChange: (value: string) => void;
}

/**
 * Ties an editor to a Markdown value. A text that nobody changes keeps its bytes, one whose changes were undone has them again,
 * and one that was changed is canonical. What is typed is written before the form is sent, and when the focus leaves.
 */
export function useMarkdownValue(editor: Editor, { value, onChange }: MarkdownValue): void {
  const opened = useRef({ value, canonical: undefined as string | undefined, document: editor.getJSON() });
  const written = useRef(value);
  const pending = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const duration = useRef(0);

  const write = useEffectEvent(() => {
    clearTimeout(pending.current);
    pending.current = undefined;
    const begin = performance.now();
    const text = markdownOf(editor.getJSON());
    opened.current.canonical ??= markdownOf(opened.current.document);
    duration.current = performance.now() - begin;
    const next = text === opened.current.canonical ? opened.current.value : text;
    if (next === written.current) return;
    written.current = next;
    onChange(next);
  });

  const flush = useEffectEvent(() => {
    if (pending.current !== undefined) write();
  });

  useEffect(() => {
    // One that took long to be shown was given up by its library, and another is on its way.
    if (editor.isDestroyed) return undefined;
    const later = (): void => {
      clearTimeout(pending.current);
      if (duration.current < atOnce) write();
      else pending.current = setTimeout(() => write(), rest);
    };
    const now = (): void => flush();
    const form = editor.view.dom.closest('form');
    editor.on('update', later);
    editor.on('blur', now);
    // Before the form's own handler reads its values.
    form?.addEventListener('submit', now, true);
    addEventListener('beforeunload', now);
    return () => {
      flush();
      editor.off('update', later);
      editor.off('blur', now);
      form?.removeEventListener('submit', now, true);
      removeEventListener('beforeunload', now);
    };
  }, [editor]);

  // A value that comes from elsewhere: the source, a local copy, a colleague.
  useEffect(() => {
    if (value === written.current || editor.isDestroyed) return;
    clearTimeout(pending.current);
    pending.current = undefined;
    editor.commands.setContent(documentOf(value), { emitUpdate: false });
    written.current = value;
    opened.current = { value, canonical: undefined, document: editor.getJSON() };
  }, [editor, value]);
}
