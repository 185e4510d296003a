import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { type Caller, openSchool } from '../../test/harness.ts';
import { uploaded } from '../../test/upload.ts';
import { CourseStatus } from '../course/course.entity.ts';
import { globalId } from '../kernel/global-id.ts';

const school = await openSchool();
const make = new Factory(school);

const Node = graphql(`
  query NodeById($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Item {
        title
      }
      ... on Text {
        body
      }
    }
  }
`);

const Nodes = graphql(`
  query NodesByIds($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
    }
  }
`);

async function schoolWithEverything(status: CourseStatus) {
  const [owner, student, subject] = [await make.user('Instructors'), await make.user(), await make.subject()];
  const course = await make.course(owner, { status, subjectId: subject.uuid });
  const module = await make.module(course);
  const content = await make.content(module);
  const enrolment = await make.enrolment(course, student);
  const ownerCaller = await school.as(owner.uuid);
  const file = await uploaded(ownerCaller, 'FILE');
  const ids = {
    Subject: subject.id,
    Course: course.id,
    Module: module.id,
    Content: content.id,
    Text: globalId('Text', content.uuid),
    Enrolment: enrolment.id,
    StoredFile: file.id,
  };
  return {
    ids,
    owner: ownerCaller,
    student: await school.as(student.uuid),
    stranger: await school.as((await make.user('Instructors')).uuid),
  };
}

/** The types of those objects that the caller gets by their id. */
async function seenBy(caller: Caller, ids: Readonly<Record<string, string>>): Promise<string[]> {
  const seen = [];
  for (const [type, id] of Object.entries(ids)) {
    const { data, errors } = await caller.run(Node, { id });
    if (data?.node) expect(data.node).toMatchObject({ __typename: type, id });
    else expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    if (data?.node) seen.push(type);
  }
  return seen;
}

test('each type is found by its id, by who may see it', async () => {
  const { ids, owner, student, stranger } = await schoolWithEverything(CourseStatus.PUBLISHED);
  expect(await seenBy(owner, ids)).toEqual(Object.keys(ids));
  expect(await seenBy(student, ids)).toEqual(['Subject', 'Course', 'Module', 'Content', 'Text', 'Enrolment']);
  expect(await seenBy(stranger, ids)).toEqual(['Subject', 'Course', 'Module']);
  expect(await seenBy(school.nobody, ids)).toEqual(['Subject', 'Course', 'Module']);
});

test('of a draft its students see that it is there; others see nothing', async () => {
  const { ids, owner, student, stranger } = await schoolWithEverything(CourseStatus.DRAFT);
  expect(await seenBy(owner, ids)).toEqual(Object.keys(ids));
  expect(await seenBy(student, ids)).toEqual(['Subject', 'Course', 'Enrolment']);
  expect(await seenBy(stranger, ids)).toEqual(['Subject']);
});

test('what may not be seen answers as what is not there', async () => {
  const { ids, stranger } = await schoolWithEverything(CourseStatus.DRAFT);
  for (const [type, id] of Object.entries(ids).slice(1)) {
    const [real, random] = [await stranger.run(Node, { id }), await stranger.run(Node, { id: globalId(type, randomUUID()) })];
    expect(real).toMatchObject({ status: random.status, data: random.data, errors: random.errors });
  }
});

test('an item is of its own kind alone', async () => {
  const { ids, owner } = await schoolWithEverything(CourseStatus.PUBLISHED);
  const uuid = Buffer.from(ids.Text, 'base64url').toString().slice('Text:'.length);
  expect((await owner.data(Node, { id: ids.Text })).node).toMatchObject({
    title: expect.any(String) as string,
    body: expect.any(String) as string,
  });
  for (const kind of ['File', 'Image', 'Video']) {
    expect((await owner.run(Node, { id: globalId(kind, uuid) })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  }
});

test.each([
  ['', 'nothing'],
  ['x', 'no id'],
  [Buffer.from('Course').toString('base64url'), 'a type alone'],
  [Buffer.from('Course:1').toString('base64url'), 'no uuid'],
  [globalId('Course', randomUUID().toUpperCase()), 'another spelling of a uuid'],
  [`${globalId('Course', randomUUID())}=`, 'padding'],
  [globalId('Profile', randomUUID()), 'a type that is no node'],
  [globalId('__proto__', randomUUID()), 'a type that nobody made'],
])('%j is BAD_USER_INPUT: %s', async (id) => {
  expect((await school.nobody.run(Node, { id })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('nodes gives all at once, in the order asked for, with null in the place of what may not be seen', async () => {
  const { ids, stranger } = await schoolWithEverything(CourseStatus.PUBLISHED);
  const asked = [ids.Course, ids.Text, ids.Subject, globalId('Course', randomUUID()), ids.Course];
  expect((await stranger.data(Nodes, { ids: asked })).nodes).toEqual([
    { id: ids.Course },
    null,
    { id: ids.Subject },
    null,
    { id: ids.Course },
  ]);
});

test('nodes takes a hundred ids at most', async () => {
  const { id } = await make.subject();
  expect((await school.nobody.data(Nodes, { ids: Array.from({ length: 100 }, () => id) })).nodes).toHaveLength(100);
  const tooMany = await school.nobody.run(Nodes, { ids: Array.from({ length: 101 }, () => id) });
  expect(tooMany.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});
