import type { EditConflictRef } from '../../lib/edit-conflict.ts';
import { saveAnswerOf } from '../../lib/save-answer.ts';
import type { Fields } from '../../lib/save-state.ts';
import type { UserErrorRef } from '../../lib/user-error.ts';
import { type KeptFormOptions, type KeptFormState, useKeptForm } from '../../ui/use-kept-form.ts';
import type { EditedItemState } from './edited-item.tsx';
import type { ItemFormProps } from './item-kinds.ts';

interface UpdatedItem {
  content: { item: { revision: number } } | null;
  userErrors: readonly (UserErrorRef & EditConflictRef)[];
}

interface ItemFormOptions<TValues extends Fields, TItem> extends ItemFormProps, EditedItemState<TItem> {
  kind: string;
  rule: KeptFormOptions<TValues>['rule'];
  /** Null: something new. */
  valuesOf: (item: TItem | null) => TValues;
  /** Fields that are a choice of files. */
  files?: KeptFormOptions<TValues>['files'];
  create: (input: TValues & { moduleId: string; idempotencyKey: string }) => ReturnType<KeptFormOptions<TValues>['create']>;
  update: (input: TValues & { contentId: string; expectedRevision: number }) => Promise<UpdatedItem>;
}

/** What the form of every kind does: creates an item in its module, or saves the one that is edited as it is written. */
export function useItemForm<TValues extends Fields, TItem extends { revision: number }>(
  options: ItemFormOptions<TValues, TItem>,
): KeptFormState<TValues> {
  const { kind, rule, moduleId, edited, item, readAgain, valuesOf, files = [], create, update, onSaved } = options;
  const storedOf = (read: TItem | null) => read && { values: valuesOf(read), revision: read.revision };
  return useKeptForm<TValues>({
    rule,
    files,
    name: edited?.itemId ?? `new.${kind}.${moduleId}`,
    blank: valuesOf(null),
    stored: storedOf(item),
    readAgain: async () => storedOf(await readAgain()),
    create: (values, idempotencyKey) => create({ ...values, moduleId, idempotencyKey }),
    update: async (values, expectedRevision) => {
      const { content, userErrors } = await update({ ...values, contentId: edited?.contentId ?? '', expectedRevision });
      return saveAnswerOf(userErrors, content?.item);
    },
    onDone: onSaved,
  });
}
