import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory } from './factories.ts';
import { graphql } from './gql/gql.ts';
import { openSchool } from './harness.ts';

const school = await openSchool();
const make = new Factory(school);

const Rename = graphql(`
  mutation AuditRename($id: ID!, $title: String!) {
    updateCourse(input: { id: $id, title: $title }) {
      userErrors {
        code
      }
    }
  }
`);

interface Entry {
  readonly actor_id: string | null;
  readonly action: string;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

async function entriesOf(table: string, rowId: string): Promise<Entry[]> {
  const { rows } = await sql<Entry>`select actor_id, action, before, after from audit_entry
    where table_name = ${table} and row_id = ${rowId} order by id`.execute(school.db);
  return rows;
}

test('what a mutation changes is written down: who, what, before and after', async () => {
  const owner = await make.user('Instructors');
  const course = await make.course(owner, { title: 'Before' });
  await (await school.as(owner.uuid)).data(Rename, { id: course.id, title: 'After' });
  const [made, renamed] = await entriesOf('course', course.uuid);
  expect(made).toMatchObject({ actor_id: null, action: 'insert', before: null, after: { title: 'Before' } });
  expect(renamed).toMatchObject({ actor_id: owner.uuid, action: 'update', before: { title: 'Before' }, after: { title: 'After' } });
});

test('plain SQL is written down too, with the actor that its transaction names', async () => {
  const [actor, subject] = [await make.user(), await make.subject({ title: 'Before' })];
  await school.db.transaction().execute(async (trx) => {
    await sql`select set_config('cursus.actor', ${actor.uuid}, true)`.execute(trx);
    await sql`update subject set title = 'After' where id = ${subject.uuid}`.execute(trx);
  });
  await sql`delete from subject where id = ${subject.uuid}`.execute(school.db);
  expect((await entriesOf('subject', subject.uuid)).slice(1)).toMatchObject([
    { actor_id: actor.uuid, action: 'update', before: { title: 'Before' }, after: { title: 'After' } },
    { actor_id: null, action: 'delete', before: { title: 'After' }, after: null },
  ]);
});

test('that a password changed is written down, the password is not', async () => {
  const person = await make.user();
  await sql`update "user" set password_hash = 'another' where id = ${person.uuid}`.execute(school.db);
  const entries = await entriesOf('user', person.uuid);
  expect(entries.map(({ action }) => action)).toEqual(['insert', 'update']);
  expect(JSON.stringify(entries)).not.toMatch(/password_hash|argon2|another/);
});

test('a session’s secrets and last use are nobody’s history; its end is', async () => {
  const person = await make.user();
  await school.as(person.uuid);
  const { id } = await school.db.selectFrom('session').select('id').where('user_id', '=', person.uuid).executeTakeFirstOrThrow();
  await sql`update session set rotated_at = now(), last_seen_at = now(), refresh_hash = 'secret' where id = ${id}`.execute(school.db);
  await sql`update session set ended_at = now(), end_reason = 'revoked' where id = ${id}`.execute(school.db);
  const entries = await entriesOf('session', id);
  expect(entries.map(({ action }) => action)).toEqual(['insert', 'update']);
  expect(JSON.stringify(entries)).not.toMatch(/refresh_hash|files_hash|secret/);
});

test('an update that changes nothing leaves no trace', async () => {
  const subject = await make.subject();
  await sql`update subject set title = title where id = ${subject.uuid}`.execute(school.db);
  expect(await entriesOf('subject', subject.uuid)).toHaveLength(1);
});

test.each(['update audit_entry set actor_id = null', 'delete from audit_entry', 'truncate audit_entry'])(
  'the log cannot be edited: %s',
  async (statement) => {
    await make.subject();
    await expect(sql.raw(statement).execute(school.db)).rejects.toThrow('the audit log cannot be changed');
  },
);

test('what is rolled back was never done, and leaves no trace', async () => {
  const subject = await make.subject();
  const undone = school.db.transaction().execute(async (trx) => {
    await sql`delete from subject where id = ${subject.uuid}`.execute(trx);
    throw new Error('never mind');
  });
  await expect(undone).rejects.toThrow('never mind');
  expect(await entriesOf('subject', subject.uuid)).toHaveLength(1);
});

/** What is not what people do: the log itself, the migrator's list, what triggers make of other tables, counts, what is forgotten after a day, where a film stands. */
const notAudited = new Set([
  'audit_entry',
  'migration',
  'course_search',
  'search_word',
  'course_view',
  'course_viewer',
  'idempotency_key',
  'playback',
  'security_event',
  'mail_link',
  'recovery_code',
  'throttle',
]);

test('every table that holds what people do is audited', async () => {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace
    and not exists (select from pg_trigger where tgrelid = pg_class.oid and tgfoid = 'write_audit_entry'::regproc)`.execute(school.db);
  expect(rows.map(({ name }) => name).filter((name) => !notAudited.has(name))).toEqual([]);
});
