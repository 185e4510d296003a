import { useState } from 'react';
import type { SendTitle } from '../../ui/rename-form.tsx';
import { useSend } from '../../ui/send.ts';
import { catchFocusInRow } from '../../ui/use-kept-focus.ts';
import { RenameContentDocument, RenameModuleDocument } from './outline-changes.ts';
import type { UndoStep } from './undo-history.ts';

/** Gives modules and lessons other titles where they stand; `onRenamed` is told what takes it back. */
export function useOutlineRenames(onRenamed: (back: UndoStep) => void) {
  const [openId, setOpenId] = useState<string | null>(null);
  const [renameModule] = useSend(RenameModuleDocument);
  const [renameContent] = useSend(RenameContentDocument);

  const renameOf = (of: 'module' | 'content', { id, title: before }: { id: string; title: string }) => {
    const send: SendTitle = async (title) => {
      const payload = of === 'module' ? await renameModule({ input: { id, title } }) : await renameContent({ input: { id, title } });
      if (payload?.userErrors.length === 0 && title !== before) onRenamed({ kind: 'rename', of, id, title, to: before });
      return payload;
    };
    const close = (): void => {
      setOpenId(null);
      catchFocusInRow(id);
    };
    return { isOpen: openId === id, open: () => setOpenId(id), close, send };
  };

  return { renameOf, open: setOpenId };
}
