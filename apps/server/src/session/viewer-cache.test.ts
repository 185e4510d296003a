import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { Caller, openBeside, openSchool } from '../../test/harness.ts';
import { defaultGroupIds } from '../group/default-groups.ts';

const school = await openSchool();
const other = await openBeside(school);
const make = new Factory(school);

const WhoAmI = graphql(`
  query ViewerCacheWho {
    viewer {
      permissions
    }
  }
`);

const SignOut = graphql(`
  mutation ViewerCacheSignOut {
    signOut {
      userErrors {
        code
      }
    }
  }
`);

/** The same person with the same token, at the other process. */
const atOther = (caller: Caller) => new Caller(other.url, caller.token);

const permissionsOf = async (caller: Caller) => (await caller.data(WhoAmI)).viewer?.permissions ?? [];
/** That a person was just made is told too, and may come after their first request. */
const untilKnown = (caller: Caller) =>
  vi.waitFor(async () => expect((await school.statements(() => caller.data(WhoAmI))).filter(readsSession)).toEqual([]));

const readsSession = (statement: string) => statement.includes('from session');

test('who sends a second request costs no statement to be known', async () => {
  const caller = await school.as((await make.user()).uuid);
  expect((await school.statements(() => caller.data(WhoAmI))).filter(readsSession)).toHaveLength(1);
  await untilKnown(caller);
});

test('who signs out is nobody at once, and within a second at another process', async () => {
  const caller = await school.as((await make.user()).uuid);
  await atOther(caller).data(WhoAmI);
  await caller.data(SignOut);
  expect((await caller.run(WhoAmI)).status).toBe(401);
  await vi.waitFor(async () => expect((await atOther(caller).run(WhoAmI)).status).toBe(401), { timeout: 1_000 });
});

test.each([
  ['a group left', 'delete from group_member where user_id = $1'],
  ['a group without the right', `delete from group_permission where permission = 'course.create' and $1 <> ''`],
])('%s by plain SQL is seen within a second by every process', async (_name, statement) => {
  const person = await make.user('Instructors');
  const caller = await school.as(person.uuid);
  for (const at of [caller, atOther(caller)]) expect(await permissionsOf(at)).toContain('COURSE_CREATE');
  await school.services.orm.em.fork().execute(statement.replace('$1', '?'), [person.uuid]);
  for (const at of [caller, atOther(caller)]) {
    await vi.waitFor(async () => expect(await permissionsOf(at)).not.toContain('COURSE_CREATE'), { timeout: 1_000 });
  }
});

test('a group joined and an account raised are seen too', async () => {
  const person = await make.user();
  const caller = await school.as(person.uuid);
  expect(await permissionsOf(caller)).toEqual([]);
  await sql`insert into group_member (group_id, user_id) values (${defaultGroupIds.Managers}, ${person.uuid})`.execute(school.db);
  await vi.waitFor(async () => expect(await permissionsOf(caller)).toContain('COURSE_READ_ANY'), { timeout: 1_000 });
  await sql`update "user" set is_superuser = true where id = ${person.uuid}`.execute(school.db);
  await vi.waitFor(async () => expect(await permissionsOf(caller)).toContain('USER_MANAGE'), { timeout: 1_000 });
});

test('a change that is rolled back is told to nobody', async () => {
  const person = await make.user();
  const caller = await school.as(person.uuid);
  await untilKnown(caller);
  const undone = new Error('undone');
  await school.services.orm.em
    .fork()
    .transactional(async (em) => {
      await em.execute('update session set ended_at = now() where user_id = ?', [person.uuid]);
      throw undone;
    })
    .catch((error: unknown) => expect(error).toBe(undone));
  await wait(100);
  expect((await school.statements(() => caller.data(WhoAmI))).filter(readsSession)).toEqual([]);
});

test('while the database is not listened to, nothing is answered from memory; after that, what changed meanwhile is known', async () => {
  const person = await make.user('Managers');
  const caller = await school.as(person.uuid);
  expect(await permissionsOf(caller)).toContain('COURSE_READ_ANY');
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'cursus listens' and datname = current_database()`.execute(school.db);
  await sql`delete from group_member where user_id = ${person.uuid}`.execute(school.db);
  await vi.waitFor(async () => expect(await permissionsOf(caller)).toEqual([]), { timeout: 1_000 });
  await vi.waitFor(() => expect(school.services.pubsub.isListening).toBe(true), { timeout: 5_000 });
  expect(await permissionsOf(caller)).toEqual([]);
});
