import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { knownTables, nodeOfColumn } from '../src/audit/record-kind.ts';
import { Factory, testPassword } from './factories.ts';
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

/** The tables that no trigger watches, and why. */
const notAudited: Readonly<Record<string, string>> = {
  audit_entry: 'the log itself',
  migration: 'the list of the migrator',
  course_search: 'made of other tables by triggers',
  search_word: 'made of other tables by triggers',
  course_view: 'counts',
  course_viewer: 'counts, forgotten after a day',
  idempotency_key: 'forgotten after a day; what a mutation did is written down where it did it',
  playback: 'where a film stands, every few seconds',
  security_event: 'a log of its own',
  mail_link: 'secrets, forgotten when they are used or old',
  recovery_code: 'secrets; that one is used, or that they are made anew, is a security event',
  throttle: 'how much of an allowance is spent',
  data_export: 'how far an archive is, forgotten after a day',
};

test('every table that holds what people do is audited, or says why not', async () => {
  const { rows } = await sql<{ name: string; isAudited: boolean }>`select relname as name,
    exists (select from pg_trigger where tgrelid = pg_class.oid and tgfoid = 'write_audit_entry'::regproc) as "isAudited"
    from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`.execute(school.db);
  expect(rows.filter(({ isAudited }) => !isAudited).map(({ name }) => name)).toEqual(Object.keys(notAudited).toSorted());
});

test('every audited table is of a kind that the API knows, and every column that refers to something is told by name', async () => {
  const { rows: tables } = await sql<{ name: string }>`select distinct tgrelid::regclass::text as name from pg_trigger
    where tgfoid = 'write_audit_entry'::regproc`.execute(school.db);
  const names = tables.map(({ name }) => name.replaceAll('"', ''));
  expect([...names, 'job'].toSorted()).toEqual(knownTables.toSorted());
  const { rows: columns } = await sql<{ name: string }>`select distinct attname as name from pg_constraint
    join pg_attribute on attrelid = conrelid and attnum = any(conkey) join pg_class on pg_class.oid = conrelid
    where contype = 'f' and attname like '%\\_id' and relname = any(${names})`.execute(school.db);
  expect(columns.map(({ name }) => name).filter((name) => nodeOfColumn[name] === undefined)).toEqual([]);
});

test('no column of a secret is ever written down, in whatever table', async () => {
  const { rows } = await sql<{ table: string; column: string }>`select table_name as "table", column_name as "column"
    from information_schema.columns where table_schema = 'public' and column_name ~ 'hash|secret|password|sealed'`.execute(school.db);
  const audited = rows.filter(({ table }) => knownTables.includes(table));
  expect(audited.map(({ column }) => column)).toContain('sealed_secret');
  expect(audited.filter(({ column }) => !/(^|_)(hash|secret)$/.test(column))).toEqual([]);
  const person = await make.user();
  await make.token(person, ['catalog:read']);
  await sql`insert into second_factor (user_id, sealed_secret) values (${person.uuid}, 'a secret of the app')`.execute(school.db);
  const { rows: kept } = await sql<{
    key: string;
  }>`select distinct jsonb_object_keys(coalesce(after, before)) as key from audit_entry`.execute(school.db);
  expect(kept.map(({ key }) => key).filter((key) => /hash|secret|sealed/.test(key))).toEqual([]);
});

const SignUp = graphql(`
  mutation AuditSignUp($input: SignUpInput!) {
    signUp(input: $input) {
      userErrors {
        code
      }
    }
  }
`);

test('who makes an account for themselves, and signs in, is who did it', async () => {
  const input = { username: 'newcomer', email: 'newcomer@example.org', password: testPassword, firstName: 'Ada', lastName: 'L' };
  await school.nobody.data(SignUp, { input });
  const { id } = await school.db.selectFrom('user').select('id').where('username', '=', 'newcomer').executeTakeFirstOrThrow();
  const { rows } = await sql<{
    table: string;
    actor: string | null;
  }>`select distinct table_name as "table", actor_id as actor from audit_entry
    where coalesce(after ->> 'user_id', after ->> 'id') = ${id} order by 1`.execute(school.db);
  expect(rows).toEqual(['group_member', 'profile', 'session', 'user'].map((table) => ({ table, actor: id })));
});
