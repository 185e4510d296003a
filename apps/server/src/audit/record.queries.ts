import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { valueByKey } from '../kernel/loaders.ts';

interface Described {
  readonly from: RawBuilder<unknown>;
  readonly id: string;
  readonly name: RawBuilder<unknown>;
  /** Whether the API still knows it by its id. */
  readonly isThere: RawBuilder<unknown>;
}

const described = (table: string, name: string, isThere: RawBuilder<unknown> = sql`true`): Described => ({
  from: sql.table(table),
  id: `${table}.id`,
  name: sql.ref(`${table}.${name}`),
  isThere,
});

/** Null for a former member. */
const person = sql`nullif(trim(concat(profile.first_name, ' ', profile.last_name)), '')`;

/** How each type of object that the log is about, or that a field refers to, is looked up. */
const byType: Readonly<Record<string, Described>> = {
  User: { from: sql`"user" join profile on profile.user_id = "user".id`, id: 'user.id', name: person, isThere: sql`true` },
  Group: described('group', 'name'),
  Session: {
    from: sql`session join profile on profile.user_id = session.user_id`,
    id: 'session.id',
    name: person,
    isThere: sql`session.ended_at is null`,
  },
  Token: described('token', 'name', sql`token.revoked_at is null`),
  Invitation: described('invitation', 'email', sql`invitation.revoked_at is null`),
  StoredFile: described('stored_file', 'name'),
  Subject: described('subject', 'title'),
  Course: described('course', 'title', sql`course.deleted_at is null`),
  Module: described('module', 'title', sql`module.deleted_at is null`),
  Content: {
    from: sql`content join item on item.id = content.id`,
    id: 'content.id',
    name: sql`item.title`,
    isThere: sql`content.deleted_at is null`,
  },
  Enrolment: {
    from: sql`enrolment join course on course.id = enrolment.course_id`,
    id: 'enrolment.id',
    name: sql`course.title`,
    isThere: sql`enrolment.left_at is null and course.deleted_at is null`,
  },
};

export interface KnownRecord {
  /** Null for who has none any more. */
  readonly name: string | null;
  readonly isThere: boolean;
}

const keyOf = (type: string, uuid: string): string => `${type} ${uuid}`;

/** What exists of objects of all types, in one statement; null for one that does not. */
const recordByKey = valueByKey<Context, KnownRecord | null>(async (ctx, keys) => {
  const uuidsByType = Map.groupBy(keys, (key) => key.slice(0, key.indexOf(' ')));
  const parts = [...uuidsByType].flatMap(([type, named]) => {
    const facts = byType[type];
    if (facts === undefined) return [];
    const uuids = named.map((key) => key.slice(type.length + 1));
    return [
      sql`select ${sql.lit(type)} as type, ${sql.ref(facts.id)} as id, ${facts.name} as name, (${facts.isThere}) as "isThere"
        from ${facts.from} where ${isAny(facts.id, uuids)}`,
    ];
  });
  if (parts.length === 0) return new Map();
  const { rows } = await sql<KnownRecord & { type: string; id: string }>`${sql.join(parts, sql` union all `)}`.execute(ctx.db);
  return new Map(rows.map(({ type, id, ...known }) => [keyOf(type, id), known]));
}, null);

export const recordOf = (ctx: Context, type: string, uuid: string): Promise<KnownRecord | null> => recordByKey(ctx, keyOf(type, uuid));
