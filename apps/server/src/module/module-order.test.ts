import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool();
const make = new Factory(school);

const CreateModule = graphql(`
  mutation ModuleOrderCreate($input: CreateModuleInput!) {
    createModule(input: $input) {
      module {
        id
        title
        position
      }
      course {
        modules {
          id
          title
          position
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const MoveModule = graphql(`
  mutation ModuleOrderMove($input: MoveModuleInput!) {
    moveModule(input: $input) {
      course {
        modules {
          id
          title
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const ReorderModules = graphql(`
  mutation ModuleOrderReorder($input: ReorderModulesInput!) {
    reorderModules(input: $input) {
      course {
        modules {
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

const Modules = graphql(`
  query ModuleOrderModules($slug: String!) {
    courseBySlug(slug: $slug) {
      modules {
        id
        title
        position
      }
    }
  }
`);

async function courseWithModules(count: number) {
  const instructor = await make.user('Instructors');
  const course = await make.course(instructor);
  const modules = [];
  for (let position = 1; position <= count; position += 1) modules.push(await make.module(course, position));
  const caller = await school.as(instructor.uuid);
  const order = async () => (await caller.data(Modules, { slug: course.slug })).courseBySlug?.modules?.map(({ id }) => id) ?? [];
  return { course, modules, caller, order };
}

test('a module takes the place behind the last, a given free place, or pushes what stands there', async () => {
  const { course, caller } = await courseWithModules(2);
  const add = async (title: string, position?: number) => {
    const { createModule } = await caller.data(CreateModule, {
      input: { courseId: course.id, title, ...(position === undefined ? {} : { position }) },
    });
    expect(createModule?.userErrors).toEqual([]);
    return createModule?.course?.modules?.map((module) => [module.title, module.position]);
  };
  expect(await add('last')).toEqual([
    ['Module 1', 1],
    ['Module 2', 2],
    ['last', 3],
  ]);
  expect(await add('far', 10)).toEqual([
    ['Module 1', 1],
    ['Module 2', 2],
    ['last', 3],
    ['far', 10],
  ]);
  expect(await add('pushes', 2)).toEqual([
    ['Module 1', 1],
    ['pushes', 2],
    ['Module 2', 3],
    ['last', 4],
    ['far', 11],
  ]);
});

test('forty modules added at once stand in forty places', async () => {
  const { course, caller, order } = await courseWithModules(0);
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, at) => caller.data(CreateModule, { input: { courseId: course.id, title: `Parallel ${at}` } })),
  );
  const positions = answers.map(({ createModule }) => createModule?.module?.position);
  expect(new Set(positions).size).toBe(40);
  expect(await order()).toHaveLength(40);
});

test('forty reorders at once end in one of the orders asked for, without an error', async () => {
  const { course, modules, caller, order } = await courseWithModules(8);
  const ids = modules.map(({ id }) => id);
  const wanted = Array.from({ length: 40 }, (_, at) => [...ids.slice(at % 8), ...ids.slice(0, at % 8)]);
  const answers = await Promise.all(wanted.map((each) => caller.data(ReorderModules, { input: { courseId: course.id, ids: each } })));
  for (const { reorderModules } of answers) expect(reorderModules?.userErrors).toEqual([]);
  expect(wanted).toContainEqual(await order());
});

test('forty moves and additions at once lose and double nothing', async () => {
  const { course, modules, caller, order } = await courseWithModules(6);
  const work = Array.from({ length: 40 }, (_, at) => {
    const moved = modules[at % 6]?.id ?? '';
    const behind = modules[(at * 5 + 1) % 6]?.id ?? '';
    if (at % 4 === 0) return caller.data(CreateModule, { input: { courseId: course.id, title: `Added ${at}`, position: 2 } });
    return caller.data(MoveModule, { input: { id: moved, afterId: moved === behind ? null : behind } });
  });
  await Promise.all(work);
  const after = await order();
  expect(after).toHaveLength(16);
  expect(new Set(after).size).toBe(16);
});

test('a module dropped behind another stands there, though a colleague added one meanwhile', async () => {
  const { course, modules, caller, order } = await courseWithModules(3);
  const [first, second, third] = modules.map(({ id }) => id);
  await caller.data(CreateModule, { input: { courseId: course.id, title: 'from a colleague', position: 1 } });
  const { moveModule } = await caller.data(MoveModule, { input: { id: third ?? '', afterId: first ?? '' } });
  expect(moveModule?.userErrors).toEqual([]);
  expect((await order()).slice(1)).toEqual([first, third, second]);
});

test('an order that is no exact permutation is refused as a whole', async () => {
  const { course, modules, caller, order } = await courseWithModules(3);
  const ids = modules.map(({ id }) => id);
  const [first = '', second = ''] = ids;
  const stranger = await make.module(await make.course(await make.user('Instructors')), 1);
  for (const wrong of [[first, second], [first, first, second], [...ids, stranger.id], []]) {
    const { reorderModules } = await caller.data(ReorderModules, { input: { courseId: course.id, ids: wrong } });
    expect(reorderModules).toMatchObject({ course: null, userErrors: [{ code: 'NOT_A_PERMUTATION', path: ['ids'] }] });
  }
  expect(await order()).toEqual(ids);
});

test('behind a module of another course there is no place', async () => {
  const { modules, caller, order } = await courseWithModules(2);
  const stranger = await make.module(await make.course(await make.user('Instructors')), 1);
  const { moveModule } = await caller.data(MoveModule, { input: { id: modules[0]?.id ?? '', afterId: stranger.id } });
  expect(moveModule?.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['afterId'] }]);
  expect(await order()).toEqual(modules.map(({ id }) => id));
});

test('a course has at most a hundred modules', async () => {
  const { course, caller } = await courseWithModules(100);
  const { createModule } = await caller.data(CreateModule, { input: { courseId: course.id, title: 'one too many' } });
  expect(createModule?.userErrors).toMatchObject([{ code: 'TOO_MANY' }]);
});
