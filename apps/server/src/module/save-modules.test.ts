import { expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { CourseStatus } from '../course/course.entity.ts';

const school = await openSchool();
const make = new Factory(school);

const SaveModules = graphql(`
  mutation SaveModulesTest($input: SaveModulesInput!) {
    saveModules(input: $input) {
      course {
        modules {
          id
          title
          description
          status
        }
      }
      userErrors {
        code
        path
        ... on LimitError {
          limit
        }
      }
    }
  }
`);

const Modules = graphql(`
  query SaveModulesRead($slug: String!) {
    courseBySlug(slug: $slug) {
      modules {
        title
        description
      }
    }
  }
`);

const owner = await make.user('Instructors');
const caller = await school.as(owner.uuid);

async function courseWith(count: number) {
  const course = await make.course(owner);
  const modules: Made[] = [];
  for (let position = 1; position <= count; position += 1) modules.push(await make.module(course, position));
  const titles = async () => (await caller.data(Modules, { slug: course.slug })).courseBySlug?.modules?.map(({ title }) => title);
  return { course, ids: modules.map(({ id }) => id), titles };
}

test('modules are renamed, described, added and deleted in one request; the rest stays', async () => {
  const { course, ids } = await courseWith(3);
  const [first = '', second = '', third = ''] = ids;
  const { saveModules } = await caller.data(SaveModules, {
    input: {
      courseId: course.id,
      modules: [
        { id: second, title: ' Shores ', description: 'Sand' },
        { title: 'Currents', description: '' },
        { title: 'Tides', description: 'Twice a day' },
      ],
      deletedIds: [first],
    },
  });
  expect(saveModules?.userErrors).toEqual([]);
  expect(saveModules?.course?.modules).toMatchObject([
    { id: second, title: 'Shores', description: 'Sand' },
    { id: third, title: 'Module 3', description: '' },
    { title: 'Currents' },
    { title: 'Tides', description: 'Twice a day' },
  ]);
});

test('each wrong field is told by its path, and nothing is saved', async () => {
  const { course, ids, titles } = await courseWith(2);
  const { saveModules } = await caller.data(SaveModules, {
    input: {
      courseId: course.id,
      modules: [
        { id: ids[0] ?? '', title: 'Fine', description: '' },
        { id: ids[1] ?? '', title: '  ', description: 'x'.repeat(5_001) },
        { title: 'y'.repeat(201), description: '' },
      ],
    },
  });
  expect(saveModules).toEqual({
    course: null,
    userErrors: [
      { code: 'REQUIRED', path: ['modules', '1', 'title'] },
      { code: 'TOO_LONG', path: ['modules', '1', 'description'], limit: 5_000 },
      { code: 'TOO_LONG', path: ['modules', '2', 'title'], limit: 200 },
    ],
  });
  expect(await titles()).toEqual(['Module 1', 'Module 2']);
});

test('what a colleague deleted meanwhile cannot be changed, and nothing else is; to delete it too is no mistake', async () => {
  const { course, ids, titles } = await courseWith(3);
  const [first = '', second = '', third = ''] = ids;
  const deletion = { courseId: course.id, modules: [], deletedIds: [second] };
  expect((await caller.data(SaveModules, { input: deletion })).saveModules?.userErrors).toEqual([]);
  const modules = [
    { id: first, title: 'Changed', description: '' },
    { id: second, title: 'Changed too', description: '' },
  ];
  const refused = await caller.data(SaveModules, { input: { courseId: course.id, modules } });
  expect(refused.saveModules?.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['modules', '1', 'id'] }]);
  expect(await titles()).toEqual(['Module 1', 'Module 3']);
  const twice = await caller.data(SaveModules, { input: { ...deletion, deletedIds: [second, third, third] } });
  expect(twice.saveModules?.course?.modules).toMatchObject([{ id: first }]);
});

test('what a colleague has renamed meanwhile is not overwritten unseen: the edit says on which revision it was written', async () => {
  const { course, ids, titles } = await courseWith(2);
  const save = (title: string) => {
    const modules = [
      { id: ids[0] ?? '', title: 'First', description: '' },
      { id: ids[1] ?? '', title, description: '', expectedRevision: 1 },
    ];
    return caller.data(SaveModules, { input: { courseId: course.id, modules } });
  };
  expect((await save('Theirs')).saveModules?.userErrors).toEqual([]);
  expect((await save('Mine')).saveModules?.userErrors).toEqual([{ code: 'EDIT_CONFLICT', path: ['modules', '1', 'title'] }]);
  expect(await titles()).toEqual(['First', 'Theirs']);
});

test('modules of another course are neither changed nor deleted', async () => {
  const { course } = await courseWith(1);
  const foreign = await make.module(await make.course(owner));
  const modules = [{ id: foreign.id, title: 'Mine', description: '' }];
  const { saveModules } = await caller.data(SaveModules, { input: { courseId: course.id, modules, deletedIds: [foreign.id] } });
  expect(saveModules?.userErrors).toEqual([
    { code: 'NOT_FOUND', path: ['modules', '0', 'id'] },
    { code: 'NOT_FOUND', path: ['deletedIds', '0'] },
  ]);
});

test('a course has at most a hundred modules after it, those deleted by it apart', async () => {
  const { course, ids } = await courseWith(100);
  const modules = [{ title: 'One more', description: '' }];
  const refused = await caller.data(SaveModules, { input: { courseId: course.id, modules } });
  expect(refused.saveModules?.userErrors).toEqual([{ code: 'TOO_MANY', path: null, limit: 100 }]);
  const { saveModules } = await caller.data(SaveModules, { input: { courseId: course.id, modules, deletedIds: ids } });
  expect(saveModules?.course?.modules).toMatchObject([{ title: 'One more' }]);
});

test('forty who add at once, and one who sends twice, lose and double nothing; a stranger changes nothing', async () => {
  const { course, titles } = await courseWith(0);
  const input = (title: string) => ({ courseId: course.id, modules: [{ title, description: '' }] });
  await Promise.all(Array.from({ length: 38 }, (_, at) => caller.data(SaveModules, { input: input(`Parallel ${at}`) })));
  const once = { ...input('Once'), idempotencyKey: 'once' };
  await Promise.all([caller.data(SaveModules, { input: once }), caller.data(SaveModules, { input: once })]);
  expect(new Set(await titles()).size).toBe(39);
  expect(await titles()).toHaveLength(39);
  const stranger = await school.as((await make.user('Instructors')).uuid);
  const { errors } = await stranger.run(SaveModules, { input: input('Mine') });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test.each([
  [CourseStatus.DRAFT, 'PUBLISHED'],
  [CourseStatus.PUBLISHED, 'DRAFT'],
])('what is added to a course that is %s is %s, as by createModule', async (courseStatus, status) => {
  const course = await make.course(owner, { status: courseStatus });
  const { saveModules } = await caller.data(SaveModules, { input: { courseId: course.id, modules: [{ title: 'New', description: '' }] } });
  expect(saveModules?.course?.modules).toMatchObject([{ title: 'New', status }]);
});
