import { Text } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { CourseOutline_CourseFragment } from '../../gql/graphql.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SortableList } from '../../ui/sortable-list.tsx';
import { SortableRow } from '../../ui/sortable-row.tsx';
import { showDone } from '../../ui/toast.tsx';
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
import { useOutlineMoves } from './use-outline-moves.ts';
import { useOutlineRemoval } from './use-outline-removal.tsx';
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

type Modules = NonNullable<CourseOutline_CourseFragment['modules']>;

/** Every title of the outline, by id. */
const titlesOf = (modules: Modules): ReadonlyMap<string, string> =>
  new Map(
    modules.flatMap(({ id, title, contents }) => [
      [id, title] as const,
      ...(contents ?? []).map((content) => [content.id, content.item.title] as const),
    ]),
  );

type Dialog = { kind: 'edit' | 'move'; id: string } | null;

/** The whole course in one list that its instructor works on: modules, their contents, and their order. */
export function CourseOutline({ course: ref }: { course: FragmentType<typeof CourseOutlineCourse> }) {
  const { t } = useTranslation('teaching');
  const course = readFragment(CourseOutlineCourse, ref);
  const stored = (course.modules ?? []).map((module) => ({ ...module, contents: module.contents ?? [] }));
  const titles = titlesOf(stored);
  const titleOf = (id: string): string => titles.get(id) ?? '';

  const { modules, move } = useOutlineMoves(stored, titleOf);
  const words = useOutlineWords(modules, titleOf);
  const removal = useOutlineRemoval();
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = (): void => {
    if (dialog !== null) focusRow(dialog.id);
    setDialog(null);
  };
  const edited = dialog?.kind === 'edit' ? modules.find(({ id }) => id === dialog.id) : undefined;

  const moveByDialog = (wish: OutlineMove): void => {
    close();
    move(wish);
    showDone(words.moved(wish));
  };
  const moduleOfRow = (rowId: string) =>
    modules.find(({ id, contents }) => id === rowId || endRowOf(id) === rowId || contents.some((content) => content.id === rowId));

  return (
    <FilesDropZone moduleOfRow={moduleOfRow}>
      {modules.length === 0 ? (
        <EmptyState icon={IconStack2} title={t('outline.empty')}>
          {t('outline.emptyText')}
        </EmptyState>
      ) : (
        <SortableList
          label={t('outline.label')}
          placesOf={(id) => placesOf(modules, id)}
          onDrop={(_id, { move: wish }) => move(wish)}
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
              onEdit={() => setDialog({ kind: 'edit', id: module.id })}
              onMove={() => setDialog({ kind: 'move', id: module.id })}
              onDelete={() => void removal.removeModule(module, modules[index - 1]?.id ?? modules[index + 1]?.id)}
            />,
            ...module.contents.map((content) => (
              <ContentRow
                key={content.id}
                content={content}
                moduleId={module.id}
                courseSlug={course.slug}
                language={course.language}
                onMove={() => setDialog({ kind: 'move', id: content.id })}
                onDelete={() => void removal.removeContent(content, module.id)}
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
