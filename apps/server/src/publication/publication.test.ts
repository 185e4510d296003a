import { expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { type Caller, openSchool } from '../../test/harness.ts';
import { CourseStatus } from '../course/course.entity.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';

const school = await openSchool();
const make = new Factory(school);
const { DRAFT } = PublicationStatus;

const Outline = graphql(`
  query PublicationOutline($slug: String!) {
    courseBySlug(slug: $slug) {
      moduleCount
      contentCount
      viewerEnrolment {
        progress {
          total
        }
      }
      modules {
        id
        status
        contentCount
        contents {
          id
          status
        }
      }
    }
  }
`);

const Publish = graphql(`
  mutation PublicationPublish($module: ID!, $content: ID!) {
    publishModule(input: { id: $module }) {
      module {
        status
      }
      userErrors {
        code
      }
    }
    publishContent(input: { id: $content }) {
      content {
        status
      }
      userErrors {
        code
      }
    }
  }
`);

const Unpublish = graphql(`
  mutation PublicationUnpublish($module: ID!, $content: ID!) {
    unpublishContent(input: { id: $content }) {
      content {
        status
      }
      course {
        contentCount
      }
      userErrors {
        code
      }
    }
    unpublishModule(input: { id: $module }) {
      module {
        status
      }
      course {
        moduleCount
      }
      userErrors {
        code
      }
    }
  }
`);

const PublishModule = graphql(`
  mutation PublicationPublishModule($id: ID!) {
    publishModule(input: { id: $id }) {
      module {
        id
      }
    }
  }
`);

const UnpublishContent = graphql(`
  mutation PublicationUnpublishContent($id: ID!) {
    unpublishContent(input: { id: $id }) {
      content {
        id
      }
    }
  }
`);

const CreateModule = graphql(`
  mutation PublicationCreateModule($input: CreateModuleInput!) {
    createModule(input: $input) {
      module {
        id
        status
      }
    }
  }
`);

const CreateText = graphql(`
  mutation PublicationCreateText($input: CreateTextInput!) {
    createText(input: $input) {
      content {
        status
      }
    }
  }
`);

const Node = graphql(`
  query PublicationNode($id: ID!) {
    node(id: $id) {
      id
    }
  }
`);

const Complete = graphql(`
  mutation PublicationComplete($id: ID!) {
    completeContent(input: { contentId: $id }) {
      userErrors {
        code
      }
    }
  }
`);

const Search = graphql(`
  query PublicationSearch($search: String!) {
    courses(search: $search) {
      nodes {
        id
      }
    }
  }
`);

const [owner, pupil] = [await make.user('Instructors'), await make.user()];
const [author, student] = [await school.as(owner.uuid), await school.as(pupil.uuid)];
const outlineOf = async (caller: Caller, { slug }: { slug: string }) => (await caller.data(Outline, { slug })).courseBySlug;

/** A course that the pupil follows: one module with a content and a draft, and a module that is a draft. */
async function halfPublished() {
  const course = await make.course(owner);
  const module = await make.module(course, 1);
  const hiddenModule = await make.module(course, 2, { title: 'Ornithorhynque', status: DRAFT });
  const [shown, hidden, behind] = [
    await make.content(module, 1),
    await make.content(module, 2, { status: DRAFT }),
    await make.content(hiddenModule, 1),
  ];
  await make.enrolment(course, pupil);
  return { course, module, hiddenModule, shown, hidden, behind };
}

test('a student is shown nothing of a draft, by whatever way they ask; the author all of it, with its status', async () => {
  const { course, hiddenModule, shown, hidden, behind } = await halfPublished();
  expect(await outlineOf(student, course)).toMatchObject({
    moduleCount: 1,
    contentCount: 1,
    viewerEnrolment: { progress: { total: 1 } },
    modules: [{ contentCount: 1, contents: [{ id: shown.id }] }],
  });
  expect(await outlineOf(author, course)).toMatchObject({
    moduleCount: 2,
    contentCount: 3,
    modules: [{ contents: [{ id: shown.id }, { id: hidden.id, status: 'DRAFT' }] }, { id: hiddenModule.id, status: 'DRAFT' }],
  });
  const texts = [hidden, behind].map(({ uuid }) => Buffer.from(`Text:${uuid}`).toString('base64url'));
  for (const id of [hiddenModule.id, hidden.id, behind.id, ...texts]) {
    expect((await student.run(Node, { id })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect((await author.data(Node, { id })).node).toMatchObject({ id });
  }
  for (const { id } of [hidden, behind]) {
    expect((await student.run(Complete, { id })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  }
  expect((await school.nobody.data(Search, { search: 'ornithorhynque' })).courses.nodes).toEqual([]);
});

test('what is published is found at once; what goes back to draft is lost from sight, twice as well as once', async () => {
  const { course, hiddenModule, hidden } = await halfPublished();
  const both = { module: hiddenModule.id, content: hidden.id };
  expect(await author.data(Publish, both)).toMatchObject({
    publishModule: { module: { status: 'PUBLISHED' }, userErrors: [] },
    publishContent: { content: { status: 'PUBLISHED' }, userErrors: [] },
  });
  expect(await outlineOf(student, course)).toMatchObject({ moduleCount: 2, contentCount: 3, viewerEnrolment: { progress: { total: 3 } } });
  expect((await school.nobody.data(Search, { search: 'ornithorhynque' })).courses.nodes).toEqual([{ id: course.id }]);
  for (let times = 0; times < 2; times += 1) {
    expect(await author.data(Unpublish, both)).toMatchObject({
      unpublishContent: { content: { status: 'DRAFT' }, course: { contentCount: 3 } },
      unpublishModule: { module: { status: 'DRAFT' }, course: { moduleCount: 2 } },
    });
    expect(await outlineOf(student, course)).toMatchObject({ moduleCount: 1, contentCount: 1 });
  }
});

test('nobody but who may edit the course publishes; a draft does not even exist for others', async () => {
  const { module, hiddenModule, shown, hidden } = await halfPublished();
  const code = async (caller: Caller, id: string) => (await caller.run(UnpublishContent, { id })).errors[0]?.extensions.code;
  expect(await code(student, shown.id)).toBe('FORBIDDEN');
  expect(await code(student, hidden.id)).toBe('NOT_FOUND');
  expect(await code(school.nobody, shown.id)).toBe('UNAUTHENTICATED');
  const codeOfModule = async (caller: Caller, id: string) => (await caller.run(PublishModule, { id })).errors[0]?.extensions.code;
  expect(await codeOfModule(student, module.id)).toBe('FORBIDDEN');
  expect(await codeOfModule(student, hiddenModule.id)).toBe('NOT_FOUND');
});

test('what is new starts hidden where students would see it at once, unless it is said otherwise', async () => {
  const create = async (course: Made, status?: 'DRAFT' | 'PUBLISHED') =>
    (await author.data(CreateModule, { input: { courseId: course.id, title: 'New', ...(status && { status }) } })).createModule?.module;
  const write = async (moduleId = '', status?: 'DRAFT' | 'PUBLISHED') =>
    (await author.data(CreateText, { input: { moduleId, title: 'New', body: '', ...(status && { status }) } })).createText?.content?.status;
  const draft = await make.course(owner, { status: CourseStatus.DRAFT });
  const inDraft = await create(draft);
  expect(inDraft?.status).toBe('PUBLISHED');
  expect(await write(inDraft?.id)).toBe('PUBLISHED');
  const open = await make.course(owner);
  const inOpen = await create(open);
  expect(inOpen?.status).toBe('DRAFT');
  expect(await write(inOpen?.id)).toBe('PUBLISHED');
  const shown = await create(open, 'PUBLISHED');
  expect(shown?.status).toBe('PUBLISHED');
  expect(await write(shown?.id)).toBe('DRAFT');
  expect(await write(shown?.id, 'PUBLISHED')).toBe('PUBLISHED');
});
