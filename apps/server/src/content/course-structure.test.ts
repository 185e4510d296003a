import { describe, expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import type { CourseStructureSubscription } from '../../test/gql/graphql.ts';
import { type Caller, openSchool } from '../../test/harness.ts';
import { type Following, LiveClient } from '../../test/live-client.ts';
import { operationsOf, send } from '../../test/operations.ts';
import { CourseStatus } from '../course/course.entity.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';
import { createSchema } from '../schema.ts';

const school = await openSchool();
const make = new Factory(school);

const Structure = graphql(`
  subscription CourseStructure($id: ID!) {
    courseStructureChanged(courseId: $id) {
      course {
        status
        modules {
          id
          contents {
            id
          }
        }
      }
      modules {
        id
        title
      }
      contents {
        id
        item {
          title
        }
      }
      deletedModuleIds
      deletedContentIds
    }
  }
`);

const UpdateModule = graphql(`
  mutation CourseStructureUpdateModule($id: ID!) {
    updateModule(input: { id: $id, title: "Changed" }) {
      userErrors {
        code
      }
    }
  }
`);

const UnpublishModule = graphql(`
  mutation CourseStructureUnpublishModule($id: ID!) {
    unpublishModule(input: { id: $id }) {
      userErrors {
        code
      }
    }
  }
`);

const UnpublishContent = graphql(`
  mutation CourseStructureUnpublishContent($id: ID!) {
    unpublishContent(input: { id: $id }) {
      userErrors {
        code
      }
    }
  }
`);

const DeleteModule = graphql(`
  mutation CourseStructureDeleteModule($id: ID!) {
    deleteModule(input: { id: $id }) {
      userErrors {
        code
      }
    }
  }
`);

const CreateText = graphql(`
  mutation CourseStructureCreateText($moduleId: ID!, $title: String!) {
    createText(input: { moduleId: $moduleId, title: $title, body: "", status: PUBLISHED }) {
      content {
        id
      }
    }
  }
`);

const DeleteContent = graphql(`
  mutation CourseStructureDeleteContent($id: ID!) {
    deleteContent(input: { id: $id }) {
      userErrors {
        code
      }
    }
  }
`);

const Leave = graphql(`
  mutation CourseStructureLeave($id: ID!) {
    leaveCourse(input: { courseId: $id }) {
      userErrors {
        code
      }
    }
  }
`);

const nothing = { modules: [], contents: [], deletedModuleIds: [], deletedContentIds: [] };
const [owner, pupil, stranger] = [await make.user('Instructors'), await make.user(), await make.user()];
const [author, student, visitor] = [await school.as(owner.uuid), await school.as(pupil.uuid), await school.as(stranger.uuid)];

type Event = CourseStructureSubscription['courseStructureChanged'];
const eventOf = async (following: Following<CourseStructureSubscription>): Promise<Event> =>
  (await following.data()).courseStructureChanged;

async function follow(caller: Caller, course: Made) {
  const following = (await LiveClient.of(caller)).follow(Structure, { id: course.id });
  expect(await eventOf(following)).toMatchObject(nothing);
  return following;
}

/** A course with a module that has one content, and its owner, a pupil and a visitor looking on. */
async function watchedCourse(status = CourseStatus.PUBLISHED) {
  const course = await make.course(owner, { status });
  const module = await make.module(course);
  const content = await make.content(module);
  await make.enrolment(course, pupil);
  return { course, module, content, asOwner: await follow(author, course), asPupil: await follow(student, course) };
}

test('everybody hears of a module that changed, and nobody of one that is a draft but its owner', async () => {
  const { course, module, asOwner, asPupil } = await watchedCourse();
  const asVisitor = await follow(visitor, course);
  await author.data(UpdateModule, { id: module.id });
  for (const following of [asOwner, asPupil, asVisitor]) {
    expect(await eventOf(following)).toMatchObject({ ...nothing, modules: [{ id: module.id, title: 'Changed' }] });
  }
  const draft = await make.module(course, 2, { status: PublicationStatus.DRAFT });
  await author.data(UpdateModule, { id: draft.id });
  expect(await eventOf(asOwner)).toMatchObject({ modules: [{ id: draft.id }] });
  for (const following of [asPupil, asVisitor]) expect(await eventOf(following)).toMatchObject(nothing);
});

test('a module that goes back to draft is gone for those who see no drafts; one in the trash for those who saw it', async () => {
  const { course, module, asOwner, asPupil } = await watchedCourse();
  await author.data(UnpublishModule, { id: module.id });
  expect(await eventOf(asOwner)).toMatchObject({ ...nothing, modules: [{ id: module.id }] });
  expect(await eventOf(asPupil)).toMatchObject({ ...nothing, deletedModuleIds: [module.id], course: { modules: [] } });
  await author.data(DeleteModule, { id: module.id });
  expect(await eventOf(asOwner)).toMatchObject({ ...nothing, deletedModuleIds: [module.id] });
  expect(await eventOf(asPupil)).toMatchObject(nothing);
  const shown = await make.module(course, 3);
  await author.data(DeleteModule, { id: shown.id });
  expect(await eventOf(asPupil)).toMatchObject({ ...nothing, deletedModuleIds: [shown.id] });
});

test('contents come and go for those who read the course; who does not hears nothing of them', async () => {
  const { course, module, content, asPupil } = await watchedCourse();
  const asVisitor = await follow(visitor, course);
  const { createText } = await author.data(CreateText, { moduleId: module.id, title: 'New' });
  const added = createText?.content?.id ?? '';
  expect(await eventOf(asPupil)).toMatchObject({
    contents: [{ id: added, item: { title: 'New' } }],
    course: { modules: [{ contents: [{ id: content.id }, { id: added }] }] },
  });
  expect(await eventOf(asVisitor)).toMatchObject({ contents: [], modules: [{ id: module.id }], course: { modules: [{ contents: null }] } });
  await author.data(DeleteContent, { id: content.id });
  expect(await eventOf(asPupil)).toMatchObject({ deletedContentIds: [content.id], course: { modules: [{ contents: [{ id: added }] }] } });
  expect(await eventOf(asVisitor)).toMatchObject({ deletedContentIds: [] });
});

test('a content that goes back to draft is gone for those who read it, and told once', async () => {
  const { content, asOwner, asPupil } = await watchedCourse();
  await author.data(UnpublishContent, { id: content.id });
  expect(await eventOf(asOwner)).toMatchObject({ contents: [{ id: content.id }], deletedContentIds: [] });
  expect(await eventOf(asPupil)).toMatchObject({ contents: [], deletedContentIds: [content.id], course: { modules: [{ contents: [] }] } });
  await author.data(UnpublishContent, { id: content.id });
  await author.data(DeleteContent, { id: content.id });
  expect(await eventOf(asOwner)).toMatchObject({ deletedContentIds: [content.id] });
  expect(await eventOf(asPupil)).toMatchObject({ contents: [], deletedContentIds: [] });
});

test('who leaves a course reads its contents no more, and an archived one is seen no more', async () => {
  const { course, asPupil } = await watchedCourse();
  await student.data(Leave, { id: course.id });
  expect(await eventOf(asPupil)).toMatchObject({ ...nothing, course: { modules: [{ contents: null }] } });
  const archived = await watchedCourse(CourseStatus.ARCHIVED);
  await student.data(Leave, { id: archived.course.id });
  expect(await archived.asPupil.next()).toMatchObject({ payload: { errors: [{ extensions: { code: 'NOT_FOUND' } }] } });
  expect(await archived.asPupil.next()).toEqual(expect.objectContaining({ type: 'complete' }));
});

describe('every mutation of a course, a module or a content is told', async () => {
  const changing = operationsOf(await createSchema()).filter(
    ({ name, access }) =>
      access?.scope === 'course:write' &&
      ['Course', 'Module', 'Content', 'TrashedModule', 'TrashedContent'].includes(access.target ?? '') &&
      // All kinds of item go one way, and texts need no file; an heir is somebody that no generated value names.
      !/(?:File|Image|Video)$|^transferCourse$/.test(name),
  );
  const listed: Readonly<Record<string, string>> = { reorderModules: 'Module', reorderContents: 'Content' };

  test.each(changing)('$name', async (operation) => {
    const { name } = operation;
    const { course, module, content, asOwner } = await watchedCourse();
    const deletedAt = new Date();
    const [trashedModule, trashedContent] = [await make.module(course, 2, { deletedAt }), await make.content(module, 2, { deletedAt })];
    const inTrash = { TrashedModule: trashedModule.id, TrashedContent: trashedContent.id };
    const asDraft = { status: PublicationStatus.DRAFT };
    const published = {
      publishModule: async () => ({ Module: (await make.module(course, 3, asDraft)).id }),
      publishContent: async () => ({ Content: (await make.content(module, 3, asDraft)).id }),
    }[name];
    const byType = { Course: course.id, Module: module.id, Content: content.id, ...inTrash, ...(await published?.()) };
    const telling = { ...operation, document: operation.document.replace('__typename', 'userErrors { code }') };
    expect(await send(author, telling, byType, listed[name])).toMatchObject({ errors: [], data: { [name]: { userErrors: [] } } });
    expect(await asOwner.next()).toMatchObject({ type: 'next' });
  });
});

test('that a course goes to another owner is told', async () => {
  const { course, asPupil } = await watchedCourse();
  const { username } = await make.user('Instructors');
  const query = 'mutation ($input: TransferCourseInput!) { transferCourse(input: $input) { userErrors { code } } }';
  const body = JSON.stringify({ query, variables: { input: { id: course.id, username } } });
  expect(await author.post(body, { 'content-type': 'application/json' })).toMatchObject({ data: { transferCourse: { userErrors: [] } } });
  expect(await eventOf(asPupil)).toMatchObject({ ...nothing, course: { status: 'PUBLISHED' } });
});
