import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { useAction } from '../../ui/send.ts';
import type { Telling } from '../../ui/toast.tsx';
import { focusRow } from '../../ui/use-kept-focus.ts';
import { applyMove, isNoMove, moveBackOf, type OrderedModule, type OutlineMove } from './outline-order.ts';
import type { UndoHistory, UndoStep } from './undo-history.ts';

const MoveModuleDocument = graphql(`
  mutation MoveModule($input: MoveModuleInput!) {
    moveModule(input: $input) {
      course {
        ...CourseOutline_course
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

const MoveContentDocument = graphql(`
  mutation MoveContent($input: MoveContentInput!) {
    moveContent(input: $input) {
      course {
        ...CourseOutline_course
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/**
 * The outline as it will be once the server has done what was asked. Moves are sent one after another; one that is refused is told,
 * offered again, and no longer counted, so that the page falls back to the server's order and those behind it still apply.
 */
export function useOutlineMoves<TContent extends { id: string }, TModule extends OrderedModule<TContent>>(
  modules: readonly TModule[],
  titleOf: (id: string) => string,
  history: UndoHistory,
) {
  const { t } = useTranslation('teaching');
  const [pending, setPending] = useState<readonly OutlineMove[]>([]);
  const lastSent = useRef<Promise<unknown>>(Promise.resolve());
  const [moveModule] = useAction(MoveModuleDocument);
  const [moveContent] = useAction(MoveContentDocument);
  const shown = pending.reduce<readonly TModule[]>((order, wish) => applyMove<TContent, TModule>(order, wish), modules);

  const send = async (wish: OutlineMove, telling: Telling): Promise<boolean> => {
    const done =
      wish.kind === 'module'
        ? await moveModule({ input: { id: wish.id, afterId: wish.afterId } }, telling)
        : await moveContent({ input: { id: wish.id, moduleId: wish.moduleId, afterId: wish.afterId } }, telling);
    setPending((wishes) => wishes.filter((other) => other !== wish));
    return done !== null;
  };

  const enqueue = (wish: OutlineMove, telling: Telling): Promise<boolean> => {
    setPending((wishes) => [...wishes, wish]);
    const isDone = lastSent.current.then(() => send(wish, telling));
    lastSent.current = isDone;
    return isDone;
  };

  /** Can be taken back from this moment on, also before the server has answered. */
  const remember = async (wish: OutlineMove, back: UndoStep): Promise<void> => {
    history.push(back);
    const retry = (): void => {
      void remember(wish, back);
      focusRow(wish.id);
    };
    if (!(await enqueue(wish, { title: t('move.refused', { title: back.title }), onRetry: retry }))) history.remove(back);
  };

  /** Gives what takes it back; nothing when it is there already. */
  const move = (wish: OutlineMove): UndoStep | null => {
    if (isNoMove(shown, wish)) return null;
    const back: UndoStep = { kind: 'move', id: wish.id, title: titleOf(wish.id), move: moveBackOf(shown, wish.id) };
    void remember(wish, back);
    return back;
  };

  return { modules: shown, move, moveBack: enqueue };
}
