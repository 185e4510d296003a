import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool();
const make = new Factory(school);

const LockModule = graphql(`
  mutation LockCircleModule($input: LockModuleInput!) {
    lockModule(input: $input) {
      userErrors {
        code
        path
      }
    }
  }
`);

const LockContent = graphql(`
  mutation LockCircleContent($input: LockContentInput!) {
    lockContent(input: $input) {
      userErrors {
        code
        path
      }
    }
  }
`);

const MoveContent = graphql(`
  mutation LockCircleMove($id: ID!, $moduleId: ID!) {
    moveContent(input: { id: $id, moduleId: $moduleId }) {
      userErrors {
        code
      }
    }
  }
`);

const owner = await make.user('Instructors');
const author = await school.as(owner.uuid);
const lockModule = async (module: Made, lock: { afterModuleId: string }) =>
  (await author.data(LockModule, { input: { id: module.id, ...lock } })).lockModule;
const lockContent = async (content: Made, lock: { afterModuleId: string }) =>
  (await author.data(LockContent, { input: { id: content.id, ...lock } })).lockContent;

test('no lock waits for itself, for what waits for it, or for a module of elsewhere; a move that would is refused too', async () => {
  const course = await make.course(owner);
  const [first, second] = [await make.module(course, 1), await make.module(course, 2)];
  const [one, three] = [await make.content(first, 1), await make.content(second, 1)];
  const third = await make.module(await make.course(owner));
  expect((await lockModule(first, { afterModuleId: first.id }))?.userErrors).toEqual([{ code: 'LOCK_CIRCLE', path: null }]);
  expect((await lockContent(one, { afterModuleId: first.id }))?.userErrors).toEqual([{ code: 'LOCK_CIRCLE', path: null }]);
  expect((await lockModule(first, { afterModuleId: third.id }))?.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['afterModuleId'] }]);
  expect((await lockContent(three, { afterModuleId: first.id }))?.userErrors).toEqual([]);
  // The second module is done when its first content is, which waits for the first module.
  expect((await lockModule(first, { afterModuleId: second.id }))?.userErrors).toEqual([{ code: 'LOCK_CIRCLE', path: null }]);
  expect((await author.data(MoveContent, { id: three.id, moduleId: first.id })).moveContent?.userErrors).toEqual([{ code: 'LOCK_CIRCLE' }]);
  const elsewhere = sql`update module set after_module_id = ${third.uuid} where id = ${first.uuid}`.execute(school.db);
  await expect(elsewhere).rejects.toMatchObject({ constraint: 'lock_in_course' });
});

test('forty locks at once close no circle', async () => {
  const course = await make.course(owner);
  const modules: Made[] = [];
  for (let at = 0; at < 8; at += 1) modules.push(await make.module(course, at + 1));
  const pairs = Array.from({ length: 40 }, (_, at) => [modules[at % 8], modules[(at * 3 + 1) % 8]] as const);
  await Promise.all(pairs.map(async ([one, other]) => one && other && lockModule(one, { afterModuleId: other.id })));
  const { rows } = await sql<{ id: string; after: string | null }>`select id, after_module_id as after from module
    where course_id = ${course.uuid}`.execute(school.db);
  const after = new Map(rows.map((row) => [row.id, row.after]));
  for (const { id } of rows) {
    const seen = new Set<string>();
    for (let at: string | null = id; at !== null; at = after.get(at) ?? null) {
      expect(seen.has(at)).toBe(false);
      seen.add(at);
    }
  }
});
