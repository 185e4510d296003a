import type { EntityManager } from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';
import { badUserInput, notFound } from './errors.ts';
import type { Actor } from './mutation.ts';
import { refuse, UserErrorCode } from './user-error.ts';

/** A table whose rows stand in an order within a parent, unique among those that are not in the trash. */
export interface OrderedTable {
  readonly table: string;
  readonly parentColumn: string;
}

/** `db` sees the transaction of `em`. The caller holds the lock under which the order is decided. */
const databaseOf = (em: EntityManager): Kysely<never> => em.getKysely<never>();

const siblings = ({ table, parentColumn }: OrderedTable, parentId: string) =>
  sql`${sql.table(table)} where ${sql.ref(parentColumn)} = ${parentId} and deleted_at is null`;

/** The place of a new child: highest + 1, or the one asked for; when that is taken, it and those behind it move one on. */
export async function positionFor(em: EntityManager, ordered: OrderedTable, parentId: string, wanted?: number | null): Promise<number> {
  const db = databaseOf(em);
  if (wanted === undefined || wanted === null) {
    const { rows } = await sql<{ next: number }>`select coalesce(max(position), 0) + 1 as next from ${siblings(ordered, parentId)}`.execute(
      db,
    );
    return rows[0]?.next ?? 1;
  }
  if (wanted < 1 || wanted > 1_000_000) throw badUserInput('A position is 1 to 1,000,000.');
  await sql`update ${sql.table(ordered.table)} set position = position + 1
    where ${sql.ref(ordered.parentColumn)} = ${parentId} and deleted_at is null and position >= ${wanted}
    and exists (select from ${siblings(ordered, parentId)} and position = ${wanted})`.execute(db);
  return wanted;
}

export async function orderedIds(em: EntityManager, ordered: OrderedTable, parentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from ${siblings(ordered, parentId)} order by position, id`.execute(databaseOf(em));
  return rows.map(({ id }) => id);
}

/** The new order with what is in the trash: each such row stays behind the one that it stands behind, so that it can be restored there. */
async function orderWithTrash(em: EntityManager, ordered: OrderedTable, parentId: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(ordered.table)} where ${sql.ref(ordered.parentColumn)} = ${parentId}
    order by position, deleted_at is null desc, id`.execute(databaseOf(em));
  const present = new Set(ids);
  const behind = new Map<string | null, string[]>();
  let anchor: string | null = null;
  for (const { id } of rows) {
    if (present.has(id)) anchor = id;
    else behind.set(anchor, [...(behind.get(anchor) ?? []), id]);
  }
  return [null, ...ids].flatMap((id) => [...(id === null ? [] : [id]), ...(behind.get(id) ?? [])]);
}

/** Writes the order in one statement, from 1, with gaps for what is in the trash; a row of another parent moves here by it. */
async function writeOrder(em: EntityManager, ordered: OrderedTable, parentId: string, ids: readonly string[]): Promise<void> {
  const { table, parentColumn } = ordered;
  const order = await orderWithTrash(em, ordered, parentId, ids);
  await sql`update ${sql.table(table)} as child set position = placed.place, ${sql.ref(parentColumn)} = ${parentId}
    from unnest(cast(${order} as uuid[])) with ordinality as placed (id, place)
    where child.id = placed.id and (child.position <> placed.place or child.${sql.ref(parentColumn)} <> ${parentId})`.execute(
    databaseOf(em),
  );
}

/** Puts a child behind `afterId` (null: first) among the children of `parentId`. */
export async function placeAfter(
  em: EntityManager,
  ordered: OrderedTable,
  parentId: string,
  move: { id: string; afterId: string | null },
): Promise<void> {
  const others = (await orderedIds(em, ordered, parentId)).filter((id) => id !== move.id);
  const at = move.afterId === null ? 0 : others.indexOf(move.afterId) + 1;
  if (move.afterId !== null && at === 0) throw refuse(UserErrorCode.NOT_FOUND, ['afterId'], 'There is no such entry to stand behind.');
  await writeOrder(em, ordered, parentId, others.toSpliced(at, 0, move.id));
}

interface NewOrder {
  readonly parentId: string;
  readonly ids: readonly string[];
  /** The text of the event that tells of it. */
  readonly notice: string;
}

/**
 * Writes an exact permutation of the present children and tells it, or refuses it as a whole: one statement, which takes the lock and is a
 * transaction of its own, by the function of the database that the table has for it.
 */
export async function reorder({ db, actor }: Actor, { table }: OrderedTable, { parentId, ids, notice }: NewOrder): Promise<void> {
  const { rows } = await sql<{ isPermutation: boolean | null }>`
    select ${sql.id(`reorder_${table}`)}(${actor}, ${parentId}, cast(${ids} as uuid[]), ${notice}) as "isPermutation"`.execute(db);
  const isPermutation = rows[0]?.isPermutation ?? null;
  if (isPermutation === null) throw notFound();
  if (!isPermutation) throw refuse(UserErrorCode.NOT_A_PERMUTATION, ['ids'], 'ids must name each present child exactly once.');
}
