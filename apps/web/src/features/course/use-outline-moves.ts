import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { useAction } from '../../ui/send.ts';
import { focusRow } from '../../ui/use-kept-focus.ts';
import { applyMove, isNoMove, type OrderedModule, type OutlineMove } from './outline-order.ts';

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
) {
  const { t } = useTranslation('teaching');
  const [pending, setPending] = useState<readonly OutlineMove[]>([]);
  const lastSent = useRef<Promise<unknown>>(Promise.resolve());
  const [moveModule] = useAction(MoveModuleDocument);
  const [moveContent] = useAction(MoveContentDocument);
  const shown = pending.reduce<readonly TModule[]>((order, wish) => applyMove<TContent, TModule>(order, wish), modules);

  const send = async (wish: OutlineMove): Promise<void> => {
    const telling = { title: t('move.refused', { title: titleOf(wish.id) }), onRetry: () => retry(wish) };
    if (wish.kind === 'module') await moveModule({ input: { id: wish.id, afterId: wish.afterId } }, telling);
    else await moveContent({ input: { id: wish.id, moduleId: wish.moduleId, afterId: wish.afterId } }, telling);
    setPending((wishes) => wishes.filter((other) => other !== wish));
  };

  const enqueue = (wish: OutlineMove): void => {
    setPending((wishes) => [...wishes, wish]);
    lastSent.current = lastSent.current.then(() => send(wish));
  };

  const retry = (wish: OutlineMove): void => {
    enqueue(wish);
    focusRow(wish.id);
  };

  const move = (wish: OutlineMove): void => {
    if (!isNoMove(shown, wish)) enqueue(wish);
  };

  return { modules: shown, move };
}
