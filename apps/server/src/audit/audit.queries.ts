import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { listed } from '../kernel/connection.ts';
import { parseGlobalId, uuidOf } from '../kernel/global-id.ts';
import { type OrderColumns, orderKeysOf } from '../kernel/list-order.ts';
import { rowById, rowsByKey } from '../kernel/loaders.ts';
import { OrderDirection } from '../kernel/paging.ts';
import { isAmongWords, searchedFor } from '../kernel/search.ts';
import { isCalled } from '../user/person-search.queries.ts';
import type { AuditAction } from './audit-entry.entity.ts';
import { canReadAuditLog } from './audit.policy.ts';
import { type AuditEntryFilter, AuditEntryOrderField, type AuditListArgs } from './audit-list.input.ts';
import { knownTables, type RecordKind, tablesOfNode } from './record-kind.ts';

/** Characters of a value that the API tells. */
const valueMaxLength = 2_000;

export interface AuditEntryRow {
  readonly id: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly action: AuditAction;
  readonly kind: RecordKind;
  readonly rowId: string | null;
  readonly recordName: string | null;
}

/** An entry's number as the uuid by which the API names it, in the order of the numbers. */
const uuidOfNumber = sql<string>`cast(concat('00000000-0000-0000-0000-', lpad(to_hex(audit_entry.id), 12, '0')) as uuid)`;

const numberOf = (uuid: string): string => BigInt(`0x${uuid.replaceAll('-', '')}`).toString();

const row = sql`coalesce(audit_entry.after, audit_entry.before)`;
const recordName = sql<string>`nullif(coalesce(${row} ->> 'title', ${row} ->> 'name', ${row} ->> 'username',
  concat_ws(' ', ${row} ->> 'first_name', ${row} ->> 'last_name')), '')`;

/** Entries that a condition chooses, to who may read the log. */
const selectEntries = ({ viewer }: Context, condition: RawBuilder<unknown>): RawBuilder<AuditEntryRow> =>
  sql<AuditEntryRow>`select ${uuidOfNumber} as id, at, actor_id as "actorId", action,
    case when ${isAny('table_name', knownTables)} then table_name else '' end as kind,
    row_id as "rowId", ${recordName} as "recordName"
    from audit_entry where ${canReadAuditLog(viewer)}::boolean and ${condition}`;

/** Numbers that no entry can have are of none. */
export const auditEntryById = rowById(async (ctx: Context, ids) => {
  const numbers = ids.filter((id) => id.startsWith('00000000-0000-0000-0000-')).map(numberOf);
  const { rows } = await selectEntries(ctx, sql`id = any(cast(${numbers} as bigint[]))`).execute(ctx.db);
  return rows;
});

const columns: OrderColumns<AuditEntryOrderField> = { [AuditEntryOrderField.AT]: { column: 'at', type: 'timestamptz' } };
const newestFirst = { field: AuditEntryOrderField.AT, direction: OrderDirection.DESC };

function isAbout(recordId: string): RawBuilder<unknown> {
  const { type, uuid } = parseGlobalId(recordId);
  return sql`(row_id = ${uuid} and ${isAny('table_name', tablesOfNode(type))})`;
}

function isOfKinds(kinds: readonly RecordKind[]): RawBuilder<unknown> {
  const ofKnown = isAny('table_name', kinds);
  return kinds.includes('') ? sql`(${ofKnown} or not ${isAny('table_name', knownTables)})` : ofKnown;
}

function matches({ actorId, isBySystem, kinds, recordId, actions, from, until }: AuditEntryFilter): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [sql`true`];
  if (actorId) conditions.push(sql`actor_id = ${uuidOf('User', actorId)}`);
  if (typeof isBySystem === 'boolean') conditions.push(sql`(actor_id is null) = ${isBySystem}::boolean`);
  if (kinds) conditions.push(isOfKinds(kinds));
  if (recordId) conditions.push(isAbout(recordId));
  if (actions) conditions.push(isAny('action', actions));
  if (from) conditions.push(sql`at >= ${from}`);
  if (until) conditions.push(sql`at < ${until}`);
  return sql`(${sql.join(conditions, sql` and `)})`;
}

/** The log, as far as a search and a filter find it. */
export function auditEntries(ctx: Context, { search, filter, orderBy, ...args }: AuditListArgs) {
  const asked = searchedFor(search);
  const isFound = asked === null ? sql`true` : sql`(${isCalled(ctx, 'actor_id', asked)} or ${isAmongWords('audit_entry.words', asked)})`;
  const list = selectEntries(ctx, sql`${matches(filter ?? {})} and ${isFound}`);
  return listed(ctx.db, list, orderKeysOf(columns, orderBy, newestFirst), args);
}

export interface FieldChangeRow {
  readonly entryId: string;
  readonly column: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What each of many entries changed: all fields of what was made or deleted, else those that differ. */
export const changesOfEntry = rowsByKey(
  (change: FieldChangeRow) => change.entryId,
  async (ctx: Context, ids) => {
    const { rows } = await sql<FieldChangeRow>`select ${uuidOfNumber} as "entryId", change.* from audit_entry
      cross join lateral (
        select key as "column", left(former.value, ${valueMaxLength}) as before, left(present.value, ${valueMaxLength}) as after
        from jsonb_each_text(audit_entry.before) former full join jsonb_each_text(audit_entry.after) present using (key)
        where former.value is distinct from present.value
      ) change
      where audit_entry.id = any(cast(${ids.map(numberOf)} as bigint[])) and change."column" <> 'id' order by change."column"`.execute(
      ctx.db,
    );
    return rows;
  },
);
