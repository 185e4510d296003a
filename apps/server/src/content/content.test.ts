import { expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool();
const make = new Factory(school);

const CreateText = graphql(`
  mutation ContentCreateText($input: CreateTextInput!) {
    createText(input: $input) {
      content {
        id
        position
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

const MoveContent = graphql(`
  mutation ContentMove($input: MoveContentInput!) {
    moveContent(input: $input) {
      content {
        module {
          id
        }
      }
      course {
        modules {
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

const ReorderContents = graphql(`
  mutation ContentReorder($moduleId: ID!, $ids: [ID!]!) {
    reorderContents(input: { moduleId: $moduleId, ids: $ids }) {
      module {
        contents {
          id
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

const DeleteContent = graphql(`
  mutation ContentDelete($id: ID!) {
    deleteContent(input: { id: $id }) {
      deletedContentId
      module {
        contentCount
      }
    }
  }
`);

const Contents = graphql(`
  query ContentOrder($slug: String!) {
    courseBySlug(slug: $slug) {
      modules {
        contents {
          id
        }
      }
    }
  }
`);

const owner = await make.user('Instructors');
const caller = await school.as(owner.uuid);
const none: Made = { id: '', uuid: '' };

/** A course with modules of so many contents each, and how its contents stand at present. */
async function courseOf(...sizes: number[]) {
  const course = await make.course(owner);
  const [modules, contents]: [Made[], Made[][]] = [[], []];
  for (const size of sizes) {
    const module = await make.module(course);
    modules.push(module);
    const inModule = [];
    for (let position = 1; position <= size; position += 1) inModule.push(await make.content(module, position));
    contents.push(inModule);
  }
  const order = async () => {
    const { courseBySlug } = await caller.data(Contents, { slug: course.slug });
    return courseBySlug?.modules?.map((module) => module.contents?.map(({ id }) => id));
  };
  return { course, modules, contents: contents.map((made) => made.map(({ id }) => id)), order };
}

test('forty contents added to a module at once stand in forty places', async () => {
  const { modules } = await courseOf(0);
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      caller.data(CreateText, {
        input: { moduleId: modules[0]?.id ?? '', title: `Parallel ${at}`, body: '', ...(at % 2 ? { position: 1 } : {}) },
      }),
    ),
  );
  expect(answers.flatMap(({ createText }) => createText?.userErrors)).toEqual([]);
  const rows = await school.db
    .selectFrom('content')
    .select('position')
    .where('module_id', '=', modules[0]?.uuid ?? '')
    .execute();
  expect(new Set(rows.map(({ position }) => position)).size).toBe(40);
});

test('a module has at most two hundred contents, by adding and by moving', async () => {
  const { modules, contents } = await courseOf(200, 1);
  const [full = none] = modules;
  const { createText } = await caller.data(CreateText, { input: { moduleId: full.id, title: 'One too many', body: '' } });
  expect(createText).toEqual({ content: null, userErrors: [{ code: 'TOO_MANY', path: ['moduleId'], limit: 200 }] });
  const moveIn = await caller.data(MoveContent, { input: { id: contents[1]?.[0] ?? '', moduleId: full.id } });
  expect(moveIn.moveContent?.userErrors).toEqual([{ code: 'TOO_MANY', path: ['moduleId'] }]);
  const within = await caller.data(MoveContent, { input: { id: contents[0]?.[199] ?? '', moduleId: full.id } });
  expect(within.moveContent?.userErrors).toEqual([]);
});

test('a content moves behind another, in its module and into the next one', async () => {
  const { modules, contents, order } = await courseOf(3, 2);
  const [[a = '', b = '', c = ''] = [], [d = '', e = ''] = []] = contents;
  const move = async (id: string, to: number, afterId: string | null) => {
    const { moveContent } = await caller.data(MoveContent, { input: { id, moduleId: modules[to]?.id ?? '', afterId } });
    expect(moveContent?.userErrors).toEqual([]);
    return order();
  };
  expect(await move(c, 0, null)).toEqual([
    [c, a, b],
    [d, e],
  ]);
  expect(await move(a, 1, d)).toEqual([
    [c, b],
    [d, a, e],
  ]);
  expect(await move(b, 1, e)).toEqual([[c], [d, a, e, b]]);
  expect(await move(c, 1, null)).toEqual([[], [c, d, a, e, b]]);
});

test('a content goes to no module of another course, to no deleted one, and behind nothing that stands elsewhere', async () => {
  const { modules, contents, order } = await courseOf(2, 1, 0);
  const [first = none, , gone = none] = modules;
  const [[a = '', b = ''] = [], [other = ''] = []] = contents;
  const elsewhere = await make.module(await make.course(owner));
  await school.db.updateTable('module').set({ deleted_at: new Date() }).where('id', '=', gone.uuid).execute();
  const refusal = async (moduleId: string, afterId: string | null) =>
    (await caller.data(MoveContent, { input: { id: a, moduleId, afterId } })).moveContent?.userErrors;
  expect(await refusal(elsewhere.id, null)).toEqual([{ code: 'NOT_FOUND', path: ['moduleId'] }]);
  expect(await refusal(gone.id, null)).toEqual([{ code: 'NOT_FOUND', path: ['moduleId'] }]);
  expect(await refusal(first.id, other)).toEqual([{ code: 'NOT_FOUND', path: ['afterId'] }]);
  expect(await order()).toEqual([[a, b], [other]]);
});

test('forty moves at once between two modules lose and double nothing', async () => {
  const { modules, contents, order } = await courseOf(4, 4);
  const all = contents.flat();
  await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      caller.data(MoveContent, { input: { id: all[at % 8] ?? '', moduleId: modules[(at * 3) % 2]?.id ?? '' } }),
    ),
  );
  expect((await order())?.flat().toSorted()).toEqual(all.toSorted());
});

test('an order of contents is an exact permutation, or refused as a whole', async () => {
  const { modules, contents, order } = await courseOf(3, 1);
  const [first = none] = modules;
  const [[a = '', b = '', c = ''] = [], [other = ''] = []] = contents;
  for (const ids of [[a, b], [a, a, b], [a, b, other], [a, b, c, other], []]) {
    const { reorderContents } = await caller.data(ReorderContents, { moduleId: first.id, ids });
    expect(reorderContents).toEqual({ module: null, userErrors: [{ code: 'NOT_A_PERMUTATION', path: ['ids'] }] });
  }
  const { reorderContents } = await caller.data(ReorderContents, { moduleId: first.id, ids: [c, a, b] });
  expect(reorderContents?.module?.contents).toEqual([c, a, b].map((id, at) => ({ id, position: at + 1 })));
  expect(await order()).toEqual([[c, a, b], [other]]);
});

test('a deleted content is gone, and its place is free', async () => {
  const { modules, contents, order } = await courseOf(2);
  const [[a = '', b = ''] = []] = contents;
  const { deleteContent } = await caller.data(DeleteContent, { id: a });
  expect(deleteContent).toEqual({ deletedContentId: a, module: { contentCount: 1 } });
  expect(await order()).toEqual([[b]]);
  expect((await caller.run(DeleteContent, { id: a })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  const { createText } = await caller.data(CreateText, { input: { moduleId: modules[0]?.id ?? '', title: 'New', body: '', position: 1 } });
  expect(createText?.content?.position).toBe(1);
});
