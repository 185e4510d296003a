import { useTranslation } from 'react-i18next';
import { applyMove, isModule, type OrderedModule, type OutlineMove, type OutlinePlace, rankOf } from './outline-order.ts';

/** What is said aloud while something is dragged: 'Module 2 of 3', 'Lesson 1 of 4 in “Waves”'. */
export function useOutlineWords(modules: readonly OrderedModule[], titleOf: (id: string) => string) {
  const { t } = useTranslation('teaching');

  const placeOf = (order: readonly OrderedModule[], id: string): string => {
    const { position, count, moduleId } = rankOf(order, id);
    return isModule(order, id)
      ? t('move.placeOfModule', { position, count })
      : t('move.placeOfContent', { position, count, module: titleOf(moduleId ?? '') });
  };
  const placeAfter = (move: OutlineMove): string => placeOf(applyMove(modules, move), move.id);

  return {
    instructions: t('move.instructions'),
    picked: (id: string) => t('move.picked', { title: titleOf(id), place: placeOf(modules, id) }),
    over: (_id: string, { move }: OutlinePlace) => placeAfter(move),
    dropped: (id: string, { move }: OutlinePlace) => t('move.dropped', { title: titleOf(id), place: placeAfter(move) }),
    cancelled: (id: string) => t('move.cancelled', { title: titleOf(id), place: placeOf(modules, id) }),
    moved: (move: OutlineMove) => t('move.dropped', { title: titleOf(move.id), place: placeAfter(move) }),
  };
}
