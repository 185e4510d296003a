import { useApolloClient } from '@apollo/client/react';
import { trashDays } from '@cursus/rules/trash';
import { useTranslation } from 'react-i18next';
import { confirm } from '../../ui/confirm.tsx';
import { useAction } from '../../ui/send.ts';
import { focusRow } from '../../ui/use-kept-focus.ts';
import { DeleteContentDocument, DeleteModuleDocument } from './outline-changes.ts';
import type { UndoStep } from './undo-history.ts';

interface RemovedContent {
  id: string;
  item: { title: string };
}

interface RemovedModule {
  id: string;
  title: string;
  contents: readonly RemovedContent[];
}

/**
 * Deletes from the outline; a module that takes lessons along, after saying which. The focus goes to a row that stays, and `onRemoved`
 * is told what takes it back.
 */
export function useOutlineRemoval(onRemoved: (message: string, back: UndoStep) => void) {
  const { t } = useTranslation('arranging');
  const { t: say } = useTranslation('teaching');
  const { cache } = useApolloClient();
  const [deleteModule] = useAction(DeleteModuleDocument);
  const [deleteContent] = useAction(DeleteContentDocument);

  const isSureOf = ({ title, contents }: RemovedModule): Promise<boolean> =>
    confirm({
      title: t('remove.module', { title }),
      children: (
        <>
          {t('remove.moduleLoses', { count: contents.length })}
          <ul>
            {contents.map((content) => (
              <li key={content.id}>{content.item.title}</li>
            ))}
          </ul>
          {t('remove.kept', { count: trashDays })}
        </>
      ),
      confirmLabel: say('module.delete'),
      cancelLabel: say('cancel'),
      isDangerous: true,
    });

  const removeModule = async (module: RemovedModule, neighbourId: string | undefined): Promise<void> => {
    const { id, title } = module;
    if (module.contents.length > 0 && !(await isSureOf(module))) return;
    if ((await deleteModule({ input: { id } }, { title: t('unchanged', { title }) })) === null) return;
    cache.evict({ id: `Module:${id}` });
    if (neighbourId !== undefined) focusRow(neighbourId);
    onRemoved(t('remove.done', { title }), { kind: 'restore', of: 'module', id, title });
  };

  const removeContent = async ({ id, item: { title } }: RemovedContent, neighbourId: string): Promise<void> => {
    if ((await deleteContent({ input: { id } }, { title: t('unchanged', { title }) })) === null) return;
    cache.evict({ id: `Content:${id}` });
    focusRow(neighbourId);
    onRemoved(t('remove.done', { title }), { kind: 'restore', of: 'content', id, title });
  };

  return { removeModule, removeContent };
}
