import { useApolloClient } from '@apollo/client/react';
import { useHotkeys } from '@mantine/hooks';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../ui/send.ts';
import { hideUndoable, showDone, type Telling } from '../../ui/toast.tsx';
import { focusRow } from '../../ui/use-kept-focus.ts';
import {
  DeleteContentDocument,
  DeleteModuleDocument,
  RenameContentDocument,
  RenameModuleDocument,
  RestoreContentDocument,
  RestoreModuleDocument,
} from './outline-changes.ts';
import type { OutlineMove } from './outline-order.ts';
import type { UndoHistory, UndoStep } from './undo-history.ts';

/** Takes back what was done to the outline, the latest first. What the server refuses is told, and offered again. */
export function useOutlineUndo(history: UndoHistory, moveBack: (move: OutlineMove, telling: Telling) => Promise<boolean>) {
  const { t } = useTranslation('arranging');
  const { cache } = useApolloClient();
  const latest = useSyncExternalStore(history.subscribe, history.last);
  const [restoreModule] = useAction(RestoreModuleDocument);
  const [restoreContent] = useAction(RestoreContentDocument);
  const [renameModule] = useAction(RenameModuleDocument);
  const [renameContent] = useAction(RenameContentDocument);
  const [deleteModule] = useAction(DeleteModuleDocument);
  const [deleteContent] = useAction(DeleteContentDocument);

  const remove = async ({ id }: UndoStep, of: 'module' | 'content', telling: Telling): Promise<boolean> => {
    const done = await (of === 'module' ? deleteModule({ input: { id } }, telling) : deleteContent({ input: { id } }, telling));
    if (done !== null) cache.evict({ id: cache.identify({ __typename: of === 'module' ? 'Module' : 'Content', id }) ?? '' });
    return done !== null;
  };

  const perform = async (step: UndoStep, telling: Telling): Promise<boolean> => {
    const { id } = step;
    if (step.kind === 'move') return moveBack(step.move, telling);
    if (step.kind === 'remove') return remove(step, step.of, telling);
    if (step.kind === 'restore') {
      const restore = step.of === 'module' ? restoreModule : restoreContent;
      return (await restore({ input: { id } }, telling)) !== null;
    }
    const rename = step.of === 'module' ? renameModule : renameContent;
    return (await rename({ input: { id, title: step.to } }, telling)) !== null;
  };

  const undo = async (step: UndoStep): Promise<void> => {
    history.remove(step);
    const isDone = await perform(step, { title: t('undo.refused', { title: step.title }), onRetry: () => void undo(step) });
    if (!isDone) return;
    if (step.kind !== 'remove') focusRow(step.id);
    showDone(t(`undo.done.${step.kind}`, { title: step.kind === 'rename' ? step.to : step.title }));
  };

  // A field takes back its own typing, and a dialog is not about the outline.
  useHotkeys([
    [
      'mod+Z',
      (event) => {
        if (latest === undefined || document.querySelector('[role="dialog"]') !== null) return;
        event.preventDefault();
        hideUndoable();
        void undo(latest);
      },
      { preventDefault: false },
    ],
  ]);

  return { latest, undo };
}
