import { useTranslation } from 'react-i18next';
import { newKey } from '../../lib/new-key.ts';
import { useAction } from '../../ui/send.ts';
import { focusRow } from '../../ui/use-kept-focus.ts';
import { DuplicateContentDocument, DuplicateModuleDocument } from './outline-changes.ts';
import type { UndoStep } from './undo-history.ts';

/** Copies a module or a lesson; the focus goes to the copy, and `onCopied` is told what takes it back. */
export function useOutlineCopies(onCopied: (message: string, back: UndoStep) => void) {
  const { t } = useTranslation('arranging');
  const [duplicateModule] = useAction(DuplicateModuleDocument);
  const [duplicateContent] = useAction(DuplicateContentDocument);

  const tell = (of: 'module' | 'content', id: string, title: string): void => {
    focusRow(id);
    onCopied(t('copy.done', { title }), { kind: 'remove', of, id, title });
  };

  const copyModule = async (id: string): Promise<void> => {
    const done = await duplicateModule({ input: { id, idempotencyKey: newKey() } });
    if (done?.module) tell('module', done.module.id, done.module.title);
  };

  const copyContent = async (id: string): Promise<void> => {
    const done = await duplicateContent({ input: { id, idempotencyKey: newKey() } });
    if (done?.content) tell('content', done.content.id, done.content.item.title);
  };

  return { copyModule, copyContent };
}
