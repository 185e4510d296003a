import { useApolloClient } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { CourseOutline_CourseFragment } from '../../gql/graphql.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SortableList } from '../../ui/sortable-list.tsx';
import { SortableRow } from '../../ui/sortable-row.tsx';
import { showUndoable } from '../../ui/toast.tsx';
import { focusRow } from '../../ui/use-kept-focus.ts';
import { ContentRow } from '../content/content-row.tsx';
import { FilesDropZone } from '../content/files-drop-zone.tsx';
import { NewContentMenu } from '../content/new-content-menu.tsx';
import { ModuleDialog } from '../module/module-dialog.tsx';
import { ModuleRow } from '../module/module-row.tsx';
import classes from './course-outline.module.css';
import { MoveDialog } from './move-dialog.tsx';
import { NewModuleForm } from './new-module-form.tsx';
import { endRowOf, type OutlineMove, placesOf } from './outline-order.ts';
import { historyOf, type UndoStep } from './undo-history.ts';
import { OutlineToolbar } from './outline-toolbar.tsx';
import { useOutlineCopies } from './use-outline-copies.ts';
import { useOutlineMoves } from './use-outline-moves.ts';
import { useOutlineRemoval } from './use-outline-removal.tsx';
import { useOutlineRenames } from './use-outline-renames.ts';
import { useOutlineUndo } from './use-outline-undo.ts';
import { useOutlineWords } from './use-outline-words.ts';

const CourseOutlineCourse = graphql(`
  fragment CourseOutline_course on Course {
    id
    slug
    language
    moduleCount
    contentCount
    modules {
      id
      title
      contents {
        id
        item {
          id
          title
        }
        ...ContentRow_content
      }
      ...ModuleRow_module
      ...ModuleDialog_module
    }
  }
`);

const OutlineTitleModule = graphql(`
  fragment OutlineTitle_module on Module {
    id
    title
  }
`);

type Modules = NonNullable<CourseOutline_CourseFragment['modules']>;

/** Every title of the outline, by id. */
const titlesOf = (modules: Modules): ReadonlyMap<string, string> =>
  new Map(
    modules.flatMap(({ id, title, contents }) => [
      [id, title] as const,
      ...(contents ?? []).map((content) => [content.id, content.item.title] as const),
    ]),
  );

/** Where the focus goes when a content is gone: to the next, the one before, or its module. */
const neighbourOf = ({ id, contents }: { id: string; contents: readonly { id: string }[] }, contentId: string): string => {
  const at = contents.findIndex((content) => content.id === contentId);
  return (contents[at + 1] ?? contents[at - 1])?.id ?? id;
};

/** `title`: when it was opened. */
type Dialog = { kind: 'edit'; id: string; title: string } | { kind: 'move'; id: string } | null;

/** The whole course in one list that its instructor works on: modules, their contents, and their order. */
export function CourseOutline({ course: ref }: { course: FragmentType<typeof CourseOutlineCourse> }) {
  const { t } = useTranslation('teaching');
  const { t: tell } = useTranslation('arranging');
  const course = readFragment(CourseOutlineCourse, ref);
  const stored = (course.modules ?? []).map((module) => ({ ...module, contents: module.contents ?? [] }));
  const titles = titlesOf(stored);
  const titleOf = (id: string): string => titles.get(id) ?? '';

  const client = useApolloClient();
  const history = historyOf(client, course.id);
  const { modules, move, moveBack } = useOutlineMoves(stored, titleOf, history);
  const words = useOutlineWords(modules, titleOf);
  const { latest, undo } = useOutlineUndo(history, moveBack);
  const remember = (message: string, back: UndoStep): void => {
    history.push(back);
    showUndoable(message, { onUndo: () => void undo(back) });
  };
  const removal = useOutlineRemoval(remember);
  const copies = useOutlineCopies(remember);
  const renames = useOutlineRenames((back) => remember(tell('rename.done', { title: back.title }), back));
  useHotkeys([['F2', () => renames.open(document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null)]]);
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = (): void => {
    setDialog(null);
    if (dialog === null) return;
    focusRow(dialog.id);
    // What the dialog has saved is in the cache; whether it is on the page already does not matter.
    const saved = client.cache.readFragment({ id: `Module:${dialog.id}`, fragment: OutlineTitleModule });
    if (dialog.kind === 'edit' && saved && saved.title !== dialog.title) {
      const { title } = saved;
      remember(tell('rename.done', { title }), { kind: 'rename', of: 'module', id: dialog.id, title, to: dialog.title });
    }
  };
  const edited = dialog?.kind === 'edit' ? modules.find(({ id }) => id === dialog.id) : undefined;

  const moveAndTell = (wish: OutlineMove, isHeard: boolean): void => {
    const message = isHeard ? tell('moved', { title: titleOf(wish.id) }) : words.moved(wish);
    const back = move(wish);
    if (back !== null) showUndoable(message, { onUndo: () => void undo(back), isHeard });
  };

  const moveByDialog = (wish: OutlineMove): void => {
    close();
    moveAndTell(wish, false);
  };
  const moduleOfRow = (rowId: string) =>
    modules.find(({ id, contents }) => id === rowId || endRowOf(id) === rowId || contents.some((content) => content.id === rowId));

  return (
    <FilesDropZone moduleOfRow={moduleOfRow}>
      <OutlineToolbar courseSlug={course.slug} latest={latest} onUndo={(step) => void undo(step)} />
      {modules.length === 0 ? (
        <EmptyState icon={IconStack2} title={t('outline.empty')}>
          {t('outline.emptyText')}
        </EmptyState>
      ) : (
        <SortableList
          label={t('outline.label')}
          placesOf={(id) => placesOf(modules, id)}
          onDrop={(_id, { move: wish }) => moveAndTell(wish, true)}
          words={words}
          overlay={titleOf}
        >
          {modules.flatMap((module, index) => [
            <ModuleRow
              key={module.id}
              module={module}
              number={index + 1}
              contentCount={module.contents.length}
              language={course.language}
              otherModules={modules.filter(({ id }) => id !== module.id)}
              onEdit={() => setDialog({ kind: 'edit', id: module.id, title: module.title })}
              onMove={() => setDialog({ kind: 'move', id: module.id })}
              onDuplicate={() => void copies.copyModule(module.id)}
              rename={renames.renameOf('module', module)}
              onDelete={() => void removal.removeModule(module, modules[index - 1]?.id ?? modules[index + 1]?.id)}
            />,
            ...module.contents.map((content) => (
              <ContentRow
                key={content.id}
                content={content}
                moduleId={module.id}
                courseSlug={course.slug}
                language={course.language}
                otherModules={modules.filter(({ id }) => id !== module.id)}
                onMove={() => setDialog({ kind: 'move', id: content.id })}
                onDuplicate={() => void copies.copyContent(content.id)}
                rename={renames.renameOf('content', { id: content.id, title: content.item.title })}
                onDelete={() => void removal.removeContent(content, neighbourOf(module, content.id))}
              />
            )),
            <SortableRow key={endRowOf(module.id)} id={endRowOf(module.id)} along={module.id} className={classes.end}>
              {module.contents.length === 0 && (
                <Text size="sm" c="dimmed">
                  {t('module.empty')}
                </Text>
              )}
              <NewContentMenu courseSlug={course.slug} module={module} />
            </SortableRow>,
          ])}
        </SortableList>
      )}
      <NewModuleForm courseId={course.id} isFirst={modules.length === 0} />
      {edited !== undefined && <ModuleDialog module={edited} onClose={close} />}
      {dialog?.kind === 'move' && <MoveDialog id={dialog.id} modules={modules} titleOf={titleOf} onMove={moveByDialog} onClose={close} />}
    </FilesDropZone>
  );
}
