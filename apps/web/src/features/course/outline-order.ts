import type { DropPlace } from '../../ui/sortable-list.tsx';

/** What the order of an outline is made of. */
export interface OrderedModule<TContent extends { id: string } = { id: string }> {
  id: string;
  contents: readonly TContent[];
}

/** As the API says it: behind which sibling, null for the first place. */
export type OutlineMove =
  | { kind: 'module'; id: string; afterId: string | null }
  | { kind: 'content'; id: string; moduleId: string; afterId: string | null };

/** Where a row may be dropped, and what that would mean. */
export interface OutlinePlace extends DropPlace {
  move: OutlineMove;
}

/** Which of how many, counted from 1. */
export interface Rank {
  position: number;
  count: number;
}

/** The row at a module's end, behind its contents. */
export const endRowOf = (moduleId: string): string => `end:${moduleId}`;

/** Without an anchor (a colleague has taken it away meanwhile), last. */
function putBehind<T extends { id: string }>(list: readonly T[], entry: T, afterId: string | null): T[] {
  const rest = list.filter(({ id }) => id !== entry.id);
  const anchor = rest.findIndex(({ id }) => id === afterId);
  const index = afterId === null ? 0 : anchor === -1 ? rest.length : anchor + 1;
  return rest.toSpliced(index, 0, entry);
}

/** The order after a move. Moving what is already there changes nothing, so a move may be applied before and after the server has done it. */
export function applyMove<TContent extends { id: string }, TModule extends OrderedModule<TContent>>(
  modules: readonly TModule[],
  move: OutlineMove,
): readonly TModule[] {
  if (move.kind === 'module') {
    const module = modules.find(({ id }) => id === move.id);
    return module === undefined ? modules : putBehind(modules, module, move.afterId);
  }
  const content = modules.flatMap(({ contents }) => contents).find(({ id }) => id === move.id);
  if (content === undefined || !modules.some(({ id }) => id === move.moduleId)) return modules;
  return modules.map((module) => ({
    ...module,
    contents:
      module.id === move.moduleId ? putBehind(module.contents, content, move.afterId) : module.contents.filter(({ id }) => id !== move.id),
  }));
}

export const isModule = (modules: readonly OrderedModule[], id: string): boolean => modules.some((module) => module.id === id);

/** Where a module or content may go, from top to bottom; one of these places is where it is now. */
export function placesOf(modules: readonly OrderedModule[], id: string): OutlinePlace[] {
  return isModule(modules, id) ? placesOfModule(modules, id) : placesOfContent(modules, id);
}

function placesOfModule(modules: readonly OrderedModule[], id: string): OutlinePlace[] {
  const [first] = modules;
  if (first === undefined) return [];
  const aboveId = idAbove(modules, id);
  const behind = modules
    .filter((module) => module.id !== id)
    .map((module): OutlinePlace => ({
      rowId: endRowOf(module.id),
      edge: 'after',
      isHere: module.id === aboveId,
      move: { kind: 'module', id, afterId: module.id },
    }));
  return [{ rowId: first.id, edge: 'before', isHere: aboveId === null, move: { kind: 'module', id, afterId: null } }, ...behind];
}

function placesOfContent(modules: readonly OrderedModule[], id: string): OutlinePlace[] {
  return modules.flatMap(({ id: moduleId, contents }) => {
    const isHome = contents.some((content) => content.id === id);
    const aboveId = idAbove(contents, id);
    return [null, ...contents.map((content) => content.id)]
      .filter((afterId) => afterId !== id)
      .map((afterId): OutlinePlace => ({
        rowId: afterId ?? moduleId,
        edge: 'after',
        isHere: isHome && afterId === aboveId,
        move: { kind: 'content', id, moduleId, afterId },
      }));
  });
}

/** Behind which sibling something stands; null: first. */
const idAbove = (siblings: readonly { id: string }[], id: string): string | null =>
  siblings[siblings.findIndex((sibling) => sibling.id === id) - 1]?.id ?? null;

/** Where a module stands in the course, or a content in its module. */
export function rankOf(modules: readonly OrderedModule[], id: string): Rank & { moduleId: string | null } {
  const module = modules.find(({ contents }) => contents.some((content) => content.id === id));
  const siblings: readonly { id: string }[] = module?.contents ?? modules;
  return { position: siblings.findIndex((sibling) => sibling.id === id) + 1, count: siblings.length, moduleId: module?.id ?? null };
}

/** The move that brings something to where it is now, whatever becomes of it. */
export function moveBackOf(modules: readonly OrderedModule[], id: string): OutlineMove {
  const { moduleId } = rankOf(modules, id);
  if (moduleId === null) return { kind: 'module', id, afterId: idAbove(modules, id) };
  const siblings = modules.find((module) => module.id === moduleId)?.contents ?? [];
  return { kind: 'content', id, moduleId, afterId: idAbove(siblings, id) };
}

/** Whether a move leaves everything as it is. */
export function isNoMove(modules: readonly OrderedModule[], move: OutlineMove): boolean {
  const before = rankOf(modules, move.id);
  const after = rankOf(applyMove(modules, move), move.id);
  return before.position === after.position && before.moduleId === after.moduleId;
}
