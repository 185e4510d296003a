import { defaultPageSize, maxPageSize } from '@cursus/rules/paging';
import { type Expression, type Kysely, type RawBuilder, sql } from 'kysely';
import { ArgsType, Field, Int, registerEnumType } from 'type-graphql';
import { badUserInput } from './errors.ts';

export enum OrderDirection {
  ASC = 'asc',
  DESC = 'desc',
}
registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Which end comes first.',
  valuesConfig: { ASC: { description: 'Smallest, earliest or A first.' }, DESC: { description: 'Largest, latest or Z first.' } },
});

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: defaultPageSize, description: `How many nodes: 0 to ${maxPageSize}; more is BAD_USER_INPUT.` })
  first: number = defaultPageSize;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins: `pageInfo.endCursor` of the page before.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `Instead of \`first\`: how many nodes from the end, or before \`before\`, in the order of the list: 0 to ${maxPageSize}.`,
  })
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor before which the page ends, with `last`: `pageInfo.startCursor` of the page behind.',
  })
  before?: string | null;
}

const typeCasts = {
  text: sql`text`,
  words: sql`text`,
  timestamptz: sql`timestamptz`,
  bigint: sql`bigint`,
  uuid: sql`uuid`,
} as const;
const opposite = { [OrderDirection.ASC]: OrderDirection.DESC, [OrderDirection.DESC]: OrderDirection.ASC } as const;
const directions = { asc: sql`asc`, desc: sql`desc` } as const;
const beyondIn = { asc: sql`>`, desc: sql`<` } as const;

/** One column of a list's order, named as the list's rows name it. `words` sorts as a reader expects: accents and case apart. */
export interface OrderKey {
  readonly column: string;
  readonly type: keyof typeof typeCasts;
  readonly direction: OrderDirection;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

interface Listed {
  listCursor: string;
}

/** So many rows behind a cursor; read backwards, behind it in the opposite order. */
interface Stretch {
  readonly size: number;
  readonly cursor: string | null;
  readonly isBackward: boolean;
}

function stretchOf({ first, after = null, last = null, before = null }: PageArgs): Stretch {
  const isBackward = last !== null;
  if ((isBackward ? after : before) !== null) throw badUserInput('A page is asked for by `first` and `after`, or by `last` and `before`.');
  const size = last ?? first;
  if (size < 0 || size > maxPageSize) throw badUserInput(`\`${isBackward ? 'last' : 'first'}\` is 0 to ${maxPageSize}.`);
  return { size, cursor: isBackward ? before : after, isBackward };
}

function decodeCursor({ cursor, isBackward }: Stretch, keys: readonly OrderKey[]): string[] {
  const malformed = badUserInput(`\`${isBackward ? 'before' : 'after'}\` is no cursor of this list and order.`);
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString('utf8'));
  } catch {
    throw malformed;
  }
  if (!Array.isArray(values) || values.length !== keys.length) throw malformed;
  return values.map((value, at) => {
    if (typeof value !== 'string' || !isOfType(value, keys[at]?.type)) throw malformed;
    return value;
  });
}

/** `2026-11-21T05:46:19.123456Z`, on a day that the calendar has. */
function isMoment(value: string): boolean {
  if (!/^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(value)) return false;
  const moment = new Date(value);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value.slice(0, 19));
}

function isOfType(value: string, type: OrderKey['type'] | undefined): boolean {
  if (type === 'bigint') return /^-?\d{1,18}$/.test(value);
  if (type === 'uuid') return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
  if (type === 'timestamptz') return isMoment(value);
  return !value.includes('\u0000');
}

/** A column as a cursor tells it. Moments to the microsecond and in UTC, whatever the settings of the connection. */
function told({ column, type }: OrderKey): RawBuilder<string> {
  const reference = sql.ref(`listed.${column}`);
  return type === 'timestamptz'
    ? sql`to_char(${reference} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : sql`cast(${reference} as text)`;
}

function expressionOf({ column, type }: OrderKey): RawBuilder<unknown> {
  const reference = sql.ref(`listed.${column}`);
  return type === 'words' ? sql`${reference} collate "und-x-icu"` : reference;
}

/** Rows that stand behind the cursor: (a > x) or (a = x and b > y) and so on. */
function behind(keys: readonly OrderKey[], values: readonly string[]): RawBuilder<unknown> {
  const compare = (key: OrderKey, value: string | undefined, operator: RawBuilder<unknown>) =>
    sql`${expressionOf(key)} ${operator} cast(${value} as ${typeCasts[key.type]})`;
  const alternatives = keys.map((key, at) => {
    const equal = keys.slice(0, at).map((each, before) => compare(each, values[before], sql`=`));
    return sql`(${sql.join([...equal, compare(key, values[at], beyondIn[key.direction])], sql` and `)})`;
  });
  return sql`(${sql.join(alternatives, sql` or `)})`;
}

function clausesOf(stretch: Stretch, keys: readonly OrderKey[]) {
  const read = stretch.isBackward ? keys.map((key) => ({ ...key, direction: opposite[key.direction] })) : keys;
  return {
    filter: stretch.cursor === null ? sql`true` : behind(read, decodeCursor(stretch, keys)),
    order: sql.join(read.map((key) => sql`${expressionOf(key)} ${directions[key.direction]}`)),
    cursor: sql`jsonb_build_array(${sql.join(keys.map(told))})::text`,
  };
}

/** From one row more than was asked for, which tells whether the list goes on. */
function pageOf<Row extends Listed>(found: readonly Row[], { size, cursor, isBackward }: Stretch): Page<Row> {
  const read = found.slice(0, size);
  const rows = isBackward ? read.toReversed() : read;
  const [goesOn, isBegun] = [found.length > size, cursor !== null];
  return {
    rows,
    cursors: rows.map((row) => Buffer.from(row.listCursor).toString('base64url')),
    hasNextPage: isBackward ? isBegun : goesOn,
    hasPreviousPage: isBackward ? goesOn : isBegun,
  };
}

/** One page of a list. Every order must end in the id, so that no two rows share a place. `withCursors`: unless the query asks for none. */
export async function page<DB, Row>(
  db: Kysely<DB>,
  list: Expression<Row>,
  keys: readonly OrderKey[],
  { withCursors = true, ...args }: PageArgs & { withCursors?: boolean },
): Promise<Page<Row>> {
  const stretch = stretchOf(args);
  const { filter, order, ...clauses } = clausesOf(stretch, keys);
  const cursor = withCursors ? clauses.cursor : sql`''`;
  const { rows } = await sql<Row & Listed>`
    select listed.*, ${cursor} as "listCursor" from (${list}) listed where ${filter} order by ${order} limit ${sql.lit(stretch.size + 1)}`.execute(
    db,
  );
  return pageOf(rows, stretch);
}

/** The same page for many parents in one statement; the list's rows name theirs in `parentId`. */
export async function pagesByParent<DB, Row extends { parentId: string }>(
  db: Kysely<DB>,
  list: Expression<Row>,
  keys: readonly OrderKey[],
  { parentIds, args }: { parentIds: readonly string[]; args: PageArgs },
): Promise<Map<string, Page<Row>>> {
  const stretch = stretchOf(args);
  const { filter, order, cursor } = clausesOf(stretch, keys);
  const { rows } = await sql<Row & Listed>`
    select * from (
      select listed.*, ${cursor} as "listCursor", row_number() over (partition by listed."parentId" order by ${order}) as "listRank"
      from (${list}) listed where ${filter}
    ) ranked where "listRank" <= ${stretch.size + 1} order by "parentId", "listRank"`.execute(db);
  const byParent = Map.groupBy(rows, (row) => row.parentId);
  return new Map(parentIds.map((id) => [id, pageOf(byParent.get(id) ?? [], stretch)]));
}
