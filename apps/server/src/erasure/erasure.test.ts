import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory, testPassword } from '../../test/factories.ts';
import { makeFullPerson } from '../../test/full-person.ts';
import { graphql } from '../../test/gql/gql.ts';
import { Caller, openSchool } from '../../test/harness.ts';
import { everyPersonalData } from '../personal-data/every-table.ts';

const school = await openSchool();
const make = new Factory(school);
// Somebody can administer whatever happens to the others.
await make.user('Administrators');

const Erase = graphql(`
  mutation ErasureOfOneself($password: String!) {
    eraseAccount(input: { password: $password }) {
      erasedUserId
      userErrors {
        code
        path
      }
    }
  }
`);
const EraseUser = graphql(`
  mutation ErasureOfAnother($userId: ID!, $password: String!) {
    eraseUser(input: { userId: $userId, password: $password }) {
      erasedUserId
      userErrors {
        code
        path
      }
    }
  }
`);
const Preview = graphql(`
  query ErasureTold {
    viewer {
      erasurePreview {
        coursesToHandOver {
          id
        }
        coursesDeleted
        contentsKept
        enrolments
        filesDeleted
        filesKept
        sessions
        tokens
        isLastAdministrator
      }
    }
  }
`);
const Transfer = graphql(`
  mutation ErasureTransfer($id: ID!, $username: String!) {
    transferCourse(input: { id: $id, username: $username }) {
      course {
        owner {
          id
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);
const Me = graphql(`
  query ErasureMe {
    viewer {
      id
    }
  }
`);

const errorsOf = (payload: { userErrors: { code: string; path: string[] | null }[] } | null | undefined) => payload?.userErrors;
const preview = async (caller: Caller) => (await caller.data(Preview)).viewer?.erasurePreview;

/** Every text of the database, in whatever table and schema, that holds a word. */
async function placesOf(word: string): Promise<string[]> {
  const { rows } = await sql<{
    schema: string;
    name: string;
  }>`select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')`.execute(school.db);
  const found: string[] = [];
  for (const { schema, name } of rows) {
    const { rows: hits } = await sql<{ row: string }>`select whole::text as row from ${sql.table(`${schema}.${name}`)} as whole
      where whole::text ilike ${`%${word}%`}`.execute(school.db);
    found.push(...hits.map(({ row }) => `${name}: ${row.slice(0, 300)}`));
  }
  return found;
}

test('what will happen is told first, and then happens: not a word of the person is left in any table', async () => {
  const person = await makeFullPerson(school, make, 'calendula');
  expect((await placesOf(person.word)).length).toBeGreaterThan(20);
  expect(await preview(person.caller)).toEqual({
    coursesToHandOver: [],
    coursesDeleted: 1,
    contentsKept: 1,
    enrolments: 1,
    filesDeleted: 2,
    filesKept: 0,
    sessions: 2,
    tokens: 1,
    isLastAdministrator: false,
  });
  const { eraseAccount } = await person.caller.data(Erase, { password: testPassword });
  expect(eraseAccount).toEqual({ erasedUserId: person.id, userErrors: [] });
  // search_word keeps words of published courses, without where they stood: docs/PRIVACY.md.
  expect((await placesOf(person.word)).filter((place) => !place.startsWith('search_word:'))).toEqual([]);
  expect((await person.caller.run(Me)).status).toBe(401);
});

test('what others need stays, without a name', async () => {
  const person = await makeFullPerson(school, make, 'dandelion');
  await person.caller.data(Erase, { password: testPassword });
  const { rows } = await sql<{ title: string; firstName: string; username: string }>`
    select item.title, first_name as "firstName", username from item join profile on profile.user_id = owner_id join "user" on "user".id = owner_id
    where owner_id = ${person.uuid}`.execute(school.db);
  expect(rows).toMatchObject([{ title: 'Text 1', firstName: '' }]);
  expect(rows[0]?.username).toMatch(/^former-[0-9a-f]{16}$/);
  const { rows: log } = await sql<{ actions: number; words: number }>`select count(*)::int as actions, count(*) filter (
    where (coalesce(before, '{}') || coalesce(after, '{}')) ? 'username' and coalesce(after, before) ->> 'username' is not null)::int as words
    from audit_entry where row_id = ${person.uuid} and table_name = 'user'`.execute(school.db);
  expect(log[0]?.actions).toBeGreaterThan(1);
  expect(log[0]?.words).toBe(0);
});

test('the log forgets, and can do nothing else', async () => {
  const person = await make.user();
  for (const change of [
    "action = 'delete'",
    'actor_id = gen_random_uuid()',
    `after = '{"username":"somebody"}'`,
    'after = null',
    "table_name = 'x'",
  ]) {
    const tried = school.db.transaction().execute(async (trx) => {
      await sql`select set_config('cursus.forgetting', 'on', true)`.execute(trx);
      await sql.raw(`update audit_entry set ${change} where row_id = '${person.uuid}'`).execute(trx);
    });
    await expect(tried).rejects.toThrow('the audit log cannot be changed');
  }
});

test('a wrong password erases nothing, and nobody but a session can', async () => {
  const person = await make.user();
  const caller = await school.as(person.uuid);
  expect(errorsOf((await caller.data(Erase, { password: 'wrong' })).eraseAccount)).toEqual([
    { code: 'WRONG_PASSWORD', path: ['password'] },
  ]);
  expect((await caller.data(Me)).viewer?.id).toBe(person.id);
  const program = new Caller(school.url, (await make.token(person, ['profile:read', 'data:read'])).secret);
  expect((await program.run(Erase, { password: testPassword })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await school.nobody.run(Erase, { password: testPassword })).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('courses with students are handed over first, with what stands in them', async () => {
  const [owner, heir, student] = [await makeFullPerson(school, make, 'edelweiss'), await make.user('Instructors'), await make.user()];
  await make.enrolment(owner.course, student);
  expect(await preview(owner.caller)).toMatchObject({ coursesToHandOver: [{ id: owner.course.id }], filesDeleted: 1, filesKept: 0 });
  expect(errorsOf((await owner.caller.data(Erase, { password: testPassword })).eraseAccount)).toEqual([
    { code: 'HAS_STUDENTS', path: null },
  ]);
  const give = async (caller: Caller, username: string) => caller.run(Transfer, { id: owner.course.id, username });
  expect((await give(await school.as(heir.uuid), heir.username)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  for (const nobody of ['nobody-at-all', student.username])
    expect(errorsOf((await give(owner.caller, nobody)).data?.transferCourse)).toEqual([{ code: 'NOT_FOUND', path: ['username'] }]);
  expect(errorsOf((await give(owner.caller, owner.username)).data?.transferCourse)).toEqual([{ code: 'NOT_NEEDED', path: ['username'] }]);
  expect((await give(owner.caller, heir.username)).data?.transferCourse).toEqual({ course: { owner: { id: heir.id } }, userErrors: [] });
  const { rows } = await sql<{ ownerId: string }>`select distinct item.owner_id as "ownerId" from item join content using (id)
    join module on module.id = content.module_id where course_id = ${owner.course.uuid}`.execute(school.db);
  expect(rows).toEqual([{ ownerId: heir.uuid }]);
  const files = await school.db.selectFrom('stored_file').select('use').where('owner_id', '=', heir.uuid).execute();
  expect(files).toEqual([{ use: 'image' }]);
  expect(errorsOf((await owner.caller.data(Erase, { password: testPassword })).eraseAccount)).toEqual([]);
  const left = await school.db.selectFrom('course').select('owner_id').where('id', '=', owner.course.uuid).execute();
  expect(left).toEqual([{ owner_id: heir.uuid }]);
});

test('an administrator erases another, but nobody who may do more; two at once erase once', async () => {
  const [admin, other, person] = [await make.user('Administrators'), await make.user('Administrators'), await make.user()];
  const assistant = await make.user();
  await sql`insert into "group" (id, name) values (${assistant.uuid}, 'Assistants')`.execute(school.db);
  await sql`insert into group_permission (group_id, permission) values (${assistant.uuid}, 'user.manage')`.execute(school.db);
  await sql`insert into group_member (group_id, user_id) values (${assistant.uuid}, ${assistant.uuid})`.execute(school.db);
  const caller = await school.as(admin.uuid);
  const erase = (as: Caller, who: string, password = testPassword) => as.run(EraseUser, { userId: who, password });
  expect((await erase(await school.as((await make.user()).uuid), person.id)).errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect(errorsOf((await erase(caller, person.id, 'wrong')).data?.eraseUser)).toEqual([{ code: 'WRONG_PASSWORD', path: ['password'] }]);
  const both = await Promise.all([erase(caller, person.id), erase(await school.as(other.uuid), person.id)]);
  const outcomes = both.map(({ data, errors }) => data?.eraseUser?.erasedUserId ?? errors[0]?.extensions.code);
  expect(new Set(outcomes)).toEqual(new Set([person.id, 'NOT_FOUND']));
  expect((await erase(caller, person.id)).errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await erase(await school.as(assistant.uuid), admin.id)).errors[0]?.extensions.code).toBe('FORBIDDEN');
});

test('the last administrator stays', async () => {
  const admin = await make.user('Administrators');
  await sql`delete from group_member where group_id = '00000000-0000-4000-8000-000000000001' and user_id <> ${admin.uuid}`.execute(
    school.db,
  );
  const caller = await school.as(admin.uuid);
  expect((await preview(caller))?.isLastAdministrator).toBe(true);
  expect(errorsOf((await caller.data(Erase, { password: testPassword })).eraseAccount)).toMatchObject([{ code: 'LAST_ADMINISTRATOR' }]);
  expect((await caller.data(Me)).viewer?.id).toBe(admin.id);
});

test('each slice says what is left of its records, or leaves nothing', () => {
  for (const { tables, erase, stays } of everyPersonalData) expect([tables, erase !== null || stays !== undefined]).toEqual([tables, true]);
});
