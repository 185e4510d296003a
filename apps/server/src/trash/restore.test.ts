import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { DeleteContent, DeleteModule, RestoreModule } from '../../test/trash-documents.ts';

const school = await openSchool();
const make = new Factory(school);

const MoveModule = graphql(`
  mutation TrashMoveModule($id: ID!, $afterId: ID) {
    moveModule(input: { id: $id, afterId: $afterId }) {
      userErrors {
        code
      }
    }
  }
`);

const RestoreContent = graphql(`
  mutation TrashRestoreContent($id: ID!, $moduleId: ID) {
    restoreContent(input: { id: $id, moduleId: $moduleId }) {
      content {
        id
      }
      course {
        modules {
          id
          contents {
            id
          }
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const owner = await make.user('Instructors');
const caller = await school.as(owner.uuid);
const stranger = await school.as((await make.user('Instructors')).uuid);

async function courseWith(count: number) {
  const course = await make.course(owner);
  const modules: Made[] = [];
  for (let position = 1; position <= count; position += 1) modules.push(await make.module(course, position));
  return { course, modules, ids: modules.map(({ id }) => id) };
}

const codes = (errors: readonly { extensions: { code: string } }[]) => errors.map(({ extensions }) => extensions.code);

test('a module comes back with its contents, in its old place, though others were moved and moved back meanwhile', async () => {
  const { modules, ids } = await courseWith(4);
  const [first = '', second = '', third = '', fourth = ''] = ids;
  await make.content(modules[1] as Made);
  await caller.data(DeleteModule, { id: second });
  await caller.data(MoveModule, { id: fourth, afterId: null });
  await caller.data(MoveModule, { id: fourth, afterId: third });
  const { restoreModule } = await caller.data(RestoreModule, { id: second });
  expect(restoreModule).toMatchObject({ module: { title: 'Module 2', contentCount: 1 }, userErrors: [] });
  expect(restoreModule?.course?.modules?.map(({ id }) => id)).toEqual([first, second, third, fourth]);
  expect(codes((await caller.run(RestoreModule, { id: second })).errors)).toEqual(['NOT_FOUND']);
});

test('two neighbours that were deleted stand in their old order again, whichever comes back first', async () => {
  for (const turned of [false, true]) {
    const { ids } = await courseWith(4);
    const [first = '', second = '', third = '', fourth = ''] = ids;
    const deleted = [second, third];
    for (const id of deleted) await caller.data(DeleteModule, { id });
    await caller.data(MoveModule, { id: first, afterId: fourth });
    await caller.data(MoveModule, { id: first, afterId: null });
    let order: string[] | undefined;
    for (const id of turned ? deleted.toReversed() : deleted) {
      order = (await caller.data(RestoreModule, { id })).restoreModule?.course?.modules?.map((module) => module.id);
    }
    expect([...(order ?? [])].toSorted()).toEqual(ids.toSorted());
    expect(order?.indexOf(second)).toBe((order?.indexOf(third) ?? 0) - 1);
  }
});

test('a module does not come back into a course that is full', async () => {
  const { course, ids } = await courseWith(100);
  await caller.data(DeleteModule, { id: ids[0] ?? '' });
  await make.module(course, 500);
  expect((await caller.data(RestoreModule, { id: ids[0] ?? '' })).restoreModule?.userErrors).toEqual([{ code: 'TOO_MANY', path: null }]);
});

test('a content comes back into its module; when that is in the trash, into another that is named', async () => {
  const { modules } = await courseWith(2);
  const [from, other] = modules as [Made, Made];
  const contents = [await make.content(from, 1), await make.content(from, 2), await make.content(from, 3)];
  const [first, second, third] = contents as [Made, Made, Made];
  await caller.data(DeleteContent, { id: second.id });
  const back = await caller.data(RestoreContent, { id: second.id });
  expect(back.restoreContent?.course?.modules?.[0]?.contents?.map(({ id }) => id)).toEqual([first.id, second.id, third.id]);

  await caller.data(DeleteContent, { id: second.id });
  await caller.data(DeleteModule, { id: from.id });
  const refused = await caller.data(RestoreContent, { id: second.id });
  expect(refused.restoreContent?.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['moduleId'] }]);
  const elsewhere = await caller.data(RestoreContent, { id: second.id, moduleId: other.id });
  expect(elsewhere.restoreContent?.course?.modules).toEqual([{ id: other.id, contents: [{ id: second.id }] }]);
});

test('a content comes back into no other course', async () => {
  const { modules } = await courseWith(1);
  const content = await make.content(modules[0] as Made);
  await caller.data(DeleteContent, { id: content.id });
  const foreign = await make.module(await make.course(owner));
  const { restoreContent } = await caller.data(RestoreContent, { id: content.id, moduleId: foreign.id });
  expect(restoreContent?.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['moduleId'] }]);
  expect(codes((await stranger.run(RestoreContent, { id: content.id })).errors)).toEqual(['NOT_FOUND']);
});

test('forty that restore and delete the same modules at once lose and double nothing', async () => {
  const { course, ids } = await courseWith(6);
  const work = Array.from({ length: 40 }, (_, at) => {
    const id = ids[at % 6] ?? '';
    return at % 2 === 0 ? caller.run(DeleteModule, { id }) : caller.run(RestoreModule, { id });
  });
  await Promise.all(work);
  const { rows } = await sql<{ position: number; deleted: boolean }>`select position, deleted_at is not null as deleted
    from module where course_id = ${course.uuid}`.execute(school.db);
  expect(rows).toHaveLength(6);
  const places = rows.filter(({ deleted }) => !deleted).map(({ position }) => position);
  expect(new Set(places).size).toBe(places.length);
});
