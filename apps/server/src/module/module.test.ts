import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';

const school = await openSchool();
const make = new Factory(school);

const CreateModule = graphql(`
  mutation ModuleCreate($input: CreateModuleInput!) {
    createModule(input: $input) {
      module {
        title
        description
        position
        status
        contentCount
        viewerCanEdit
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

const UpdateModule = graphql(`
  mutation ModuleUpdate($input: UpdateModuleInput!) {
    updateModule(input: $input) {
      module {
        title
        description
        status
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const DeleteModule = graphql(`
  mutation ModuleDelete($id: ID!) {
    deleteModule(input: { id: $id }) {
      deletedModuleId
      course {
        moduleCount
        contentCount
      }
      userErrors {
        code
      }
    }
  }
`);

const Outline = graphql(`
  query ModuleOutline($slug: String!) {
    courseBySlug(slug: $slug) {
      moduleCount
      contentCount
      modules {
        title
        contentCount
        viewerCanRead
        viewerCanEdit
        contents {
          id
        }
      }
    }
  }
`);

const owner = await make.user('Instructors');
const caller = await school.as(owner.uuid);

test('an instructor adds a module to a published course: a draft, described, without contents yet', async () => {
  const course = await make.course(owner);
  const { createModule } = await caller.data(CreateModule, {
    input: { courseId: course.id, title: ' Begin here ', description: 'Why\nand how' },
  });
  expect(createModule).toEqual({
    userErrors: [],
    module: { title: 'Begin here', description: 'Why\nand how', position: 1, status: 'DRAFT', contentCount: 0, viewerCanEdit: true },
  });
});

test('a module without a title, or with too much of a description, is refused field by field', async () => {
  const course = await make.course(owner);
  const { createModule } = await caller.data(CreateModule, { input: { courseId: course.id, title: '', description: 'x'.repeat(5_001) } });
  expect(createModule).toEqual({
    module: null,
    userErrors: [
      { code: 'REQUIRED', path: ['title'] },
      { code: 'TOO_LONG', path: ['description'], limit: 5_000 },
    ],
  });
});

test('a place that is none is BAD_USER_INPUT', async () => {
  const course = await make.course(owner);
  for (const position of [0, -1, 1_000_001]) {
    const { errors } = await caller.run(CreateModule, { input: { courseId: course.id, title: 'Nowhere', position } });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});

test('an edit changes what it names and leaves the rest', async () => {
  const module = await make.module(await make.course(owner), 1, { title: 'Before', description: 'stays' });
  const { updateModule } = await caller.data(UpdateModule, { input: { id: module.id, title: 'After' } });
  expect(updateModule).toEqual({ module: { title: 'After', description: 'stays', status: 'PUBLISHED' }, userErrors: [] });
  const emptied = await caller.data(UpdateModule, { input: { id: module.id, description: '' } });
  expect(emptied.updateModule?.module).toEqual({ title: 'After', description: '', status: 'PUBLISHED' });
});

test('a deleted module takes its contents along and frees its place', async () => {
  const course = await make.course(owner);
  const [first, second] = [await make.module(course, 1), await make.module(course, 2)];
  await make.content(first);
  await make.content(second);
  const { deleteModule } = await caller.data(DeleteModule, { id: first.id });
  expect(deleteModule).toEqual({ deletedModuleId: first.id, course: { moduleCount: 1, contentCount: 1 }, userErrors: [] });
  const again = await caller.run(DeleteModule, { id: first.id });
  expect(again.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  const { createModule } = await caller.data(CreateModule, { input: { courseId: course.id, title: 'In its place', position: 1 } });
  expect(createModule?.module?.position).toBe(1);
});

test('everybody sees the titles of a published course; its contents are for who reads it', async () => {
  const course = await make.course(owner);
  const content = await make.content(await make.module(course, 1, { title: 'Open' }));
  const student = await make.user();
  await make.enrolment(course, student);
  const outline = async (who: typeof caller) => (await who.data(Outline, { slug: course.slug })).courseBySlug?.modules;
  const closed = { title: 'Open', contentCount: 1, viewerCanRead: false, viewerCanEdit: false, contents: null };
  expect(await outline(school.nobody)).toEqual([closed]);
  expect(await outline(await school.as((await make.user()).uuid))).toEqual([closed]);
  expect(await outline(await school.as(student.uuid))).toEqual([{ ...closed, viewerCanRead: true, contents: [{ id: content.id }] }]);
  expect(await outline(caller)).toEqual([{ ...closed, viewerCanRead: true, viewerCanEdit: true, contents: [{ id: content.id }] }]);
});

test('draft modules and contents are counted and shown to the staff alone', async () => {
  const course = await make.course(owner);
  const shown = await make.module(course, 1, { title: 'Shown' });
  await make.content(shown, 1);
  await make.content(shown, 2, { status: PublicationStatus.DRAFT });
  await make.content(await make.module(course, 2, { title: 'Hidden', status: PublicationStatus.DRAFT }));
  const outline = async (who: typeof caller) => (await who.data(Outline, { slug: course.slug })).courseBySlug;
  expect(await outline(school.nobody)).toMatchObject({ moduleCount: 1, contentCount: 1, modules: [{ title: 'Shown', contentCount: 1 }] });
  expect(await outline(caller)).toMatchObject({ moduleCount: 2, contentCount: 3, modules: [{ contentCount: 2 }, { contentCount: 1 }] });
});
