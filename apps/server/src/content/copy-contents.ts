import type { EntityManager } from '@mikro-orm/postgresql';
import { type Copy, copyRows } from '../kernel/copy-rows.ts';
import { neverEdited } from '../kernel/revised-node.ts';
import type { ItemKind } from './item-kind.ts';
import { itemKinds } from './item-kinds.ts';

interface CopiedAs {
  readonly ownerId: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly item?: Readonly<Record<string, unknown>>;
}

const kinds: readonly ItemKind[] = itemKinds;

/** Copies contents with their items, of whatever kind, and refers to the same files. */
export async function copyContents(em: EntityManager, copies: readonly Copy[], { ownerId, content, item }: CopiedAs): Promise<void> {
  const now = new Date();
  await copyRows(em, { table: 'content', keyColumn: 'id' }, copies, { created_at: now, ...content });
  await copyRows(em, { table: 'item', keyColumn: 'id' }, copies, {
    owner_id: ownerId,
    created_at: now,
    updated_at: now,
    ...neverEdited,
    ...item,
  });
  for (const { kind, parts = [] } of kinds) {
    for (const table of [{ table: kind, keyColumn: 'id' }, ...parts]) await copyRows(em, table, copies);
  }
  await copyRows(em, { table: 'content_file', keyColumn: 'content_id' }, copies);
}
