import { isInputObjectType } from 'graphql';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { createSchema } from '../schema.ts';
import { forgetOldKeys } from './idempotency.ts';

const school = await openSchool();
const make = new Factory(school);
const owner = await make.user('Instructors');
const [teacher, subject] = [await school.as(owner.uuid), await make.subject()];

const Create = graphql(`
  mutation CreateOnce($input: CreateCourseInput!) {
    createCourse(input: $input) {
      course {
        id
        title
      }
      userErrors {
        code
      }
    }
  }
`);

const input = (idempotencyKey: string, title = 'Knots') => ({ subjectId: subject.id, title, idempotencyKey });

const coursesCalled = async (title: string): Promise<number> =>
  (await school.db.selectFrom('course').select('id').where('title', '=', title).execute()).length;

test('forty of one key at once create one course, and all are answered with it', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => teacher.data(Create, { input: input('forty', 'One of forty') })));
  expect(new Set(answers.map(({ createCourse }) => createCourse?.course?.id)).size).toBe(1);
  expect(await coursesCalled('One of forty')).toBe(1);
});

test('the same key with another input is CONFLICT, and changes nothing', async () => {
  await teacher.data(Create, { input: input('conflict', 'First') });
  const { data, errors } = await teacher.run(Create, { input: input('conflict', 'Second') });
  expect(data).toEqual({ createCourse: null });
  expect(errors).toMatchObject([{ path: ['createCourse'], extensions: { code: 'CONFLICT' } }]);
  expect(await coursesCalled('Second')).toBe(0);
});

test('a key is of one viewer and one operation', async () => {
  const colleague = await school.as((await make.user('Instructors')).uuid);
  const [mine, theirs] = [
    await teacher.data(Create, { input: input('shared', 'Ours') }),
    await colleague.data(Create, { input: input('shared', 'Ours') }),
  ];
  expect(theirs.createCourse?.course?.id).not.toBe(mine.createCourse?.course?.id);
  const { data } = await teacher.post<{ createModule: { module: object | null } }>(
    JSON.stringify({
      query: 'mutation ($input: CreateModuleInput!) { createModule(input: $input) { module { id } } }',
      variables: { input: { courseId: mine.createCourse?.course?.id, title: 'Ours', idempotencyKey: 'shared' } },
    }),
    { 'content-type': 'application/json' },
  );
  expect(data?.createModule.module).not.toBeNull();
});

test('what was refused leaves the key free', async () => {
  const refused = await teacher.data(Create, { input: input('refused', '') });
  expect(refused.createCourse?.userErrors).toMatchObject([{ code: 'REQUIRED' }]);
  const mended = await teacher.data(Create, { input: input('refused', 'Mended') });
  expect(mended.createCourse?.course?.title).toBe('Mended');
});

test('after 24 hours the key is new, and is swept', async () => {
  const first = await teacher.data(Create, { input: input('old') });
  const anHourAgo = await teacher.data(Create, { input: input('young') });
  await sql`update idempotency_key set created_at = now() - case key when 'old' then interval '25 hours' else interval '23 hours' end`.execute(
    school.db,
  );
  const again = await teacher.data(Create, { input: input('old') });
  expect(again.createCourse?.course?.id).not.toBe(first.createCourse?.course?.id);
  expect((await teacher.data(Create, { input: input('young') })).createCourse).toEqual(anHourAgo.createCourse);
  await sql`update idempotency_key set created_at = now() - interval '25 hours' where key = 'old'`.execute(school.db);
  await forgetOldKeys(school.db);
  const { rows } = await sql`select key from idempotency_key where key in ('old', 'young')`.execute(school.db);
  expect(rows).toEqual([{ key: 'young' }]);
});

test.each(['', 'x'.repeat(201)])('a key of another length is BAD_USER_INPUT', async (key) => {
  const { errors } = await teacher.run(Create, { input: input(key) });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('every create mutation takes a key, but the one that shows a secret', async () => {
  const inputs = Object.values((await createSchema()).getTypeMap()).filter(
    (type) => isInputObjectType(type) && /^Create.*Input$/.test(type.name),
  );
  const without = inputs.filter((type) => isInputObjectType(type) && type.getFields()['idempotencyKey'] === undefined);
  expect(inputs.length).toBeGreaterThan(6);
  expect(without.map(({ name }) => name)).toEqual(['CreateTokenInput']);
});
