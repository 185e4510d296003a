import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { type Caller, openSchool } from '../../test/harness.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';

const school = await openSchool();
const make = new Factory(school);

const Outline = graphql(`
  query LockOutline($slug: String!) {
    courseBySlug(slug: $slug) {
      viewerEnrolment {
        progress {
          total
        }
      }
      modules {
        id
        lock {
          afterModule {
            id
          }
          availableFrom
        }
        viewerLock {
          afterModules {
            id
          }
          availableFrom
        }
        contents {
          id
          viewerLock {
            afterModules {
              id
            }
            availableFrom
          }
          item {
            __typename
            id
            title
            ... on Text {
              body
            }
          }
        }
      }
    }
  }
`);

const LockModule = graphql(`
  mutation LockLockModule($input: LockModuleInput!) {
    lockModule(input: $input) {
      module {
        lock {
          afterModule {
            id
          }
          availableFrom
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const LockContent = graphql(`
  mutation LockLockContent($input: LockContentInput!) {
    lockContent(input: $input) {
      content {
        lock {
          afterModule {
            id
          }
          availableFrom
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const Complete = graphql(`
  mutation LockComplete($id: ID!) {
    completeContent(input: { contentId: $id }) {
      userErrors {
        code
        path
      }
    }
    visitContent(input: { contentId: $id }) {
      userErrors {
        code
      }
    }
  }
`);

const Node = graphql(`
  query LockNode($id: ID!) {
    node(id: $id) {
      __typename
      id
    }
  }
`);

const [owner, pupil] = [await make.user('Instructors'), await make.user()];
const [author, student] = [await school.as(owner.uuid), await school.as(pupil.uuid)];
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const [tomorrow, yesterday] = [inDays(1), inDays(-1)];
const textId = ({ uuid }: Made): string => Buffer.from(`Text:${uuid}`).toString('base64url');

/** A course of the pupil's with two modules, of two contents each. */
async function twoModules() {
  const course = await make.course(owner);
  const [first, second] = [await make.module(course, 1), await make.module(course, 2)];
  const [one, two, three, four] = [
    await make.content(first, 1),
    await make.content(first, 2),
    await make.content(second, 1),
    await make.content(second, 2),
  ];
  await make.enrolment(course, pupil);
  return { course, first, second, one, two, three, four };
}

const modulesOf = async (caller: Caller, { slug }: { slug: string }) => (await caller.data(Outline, { slug })).courseBySlug?.modules ?? [];
const lockModule = async (module: Made, lock: { afterModuleId?: string | null; availableFrom?: string | null }) =>
  (await author.data(LockModule, { input: { id: module.id, ...lock } })).lockModule;
const lockContent = async (content: Made, lock: { afterModuleId?: string | null; availableFrom?: string | null }) =>
  (await author.data(LockContent, { input: { id: content.id, ...lock } })).lockContent;
const tick = async (content: Made) => (await student.data(Complete, { id: content.id })).completeContent?.userErrors;

test('a module waits for another: its titles are told with the reason, its contents are not readable, and all is open once that is done', async () => {
  const { course, first, second, one, two, three } = await twoModules();
  expect(await lockModule(second, { afterModuleId: first.id })).toEqual({
    module: { lock: { afterModule: { id: first.id }, availableFrom: null } },
    userErrors: [],
  });
  const waiting = { afterModules: [{ id: first.id }], availableFrom: null };
  const [before, locked] = await modulesOf(student, course);
  expect(before).toMatchObject({ viewerLock: null, contents: [{ viewerLock: null, item: { __typename: 'Text' } }, {}] });
  expect(locked).toMatchObject({
    lock: { afterModule: { id: first.id } },
    viewerLock: waiting,
    contents: [
      { id: three.id, viewerLock: waiting, item: { __typename: 'LockedItem', title: 'Text 1' } },
      { viewerLock: waiting, item: { __typename: 'LockedItem' } },
    ],
  });
  expect(JSON.stringify(locked)).not.toContain('Body of');
  expect((await student.run(Node, { id: textId(three) })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect((await student.data(Node, { id: three.id })).node).toEqual({ __typename: 'Content', id: three.id });
  const lockedId = locked?.contents?.[0]?.item.id ?? '';
  expect((await student.data(Node, { id: lockedId })).node).toEqual({ __typename: 'LockedItem', id: lockedId });
  expect(await student.data(Complete, { id: three.id })).toEqual({
    completeContent: { userErrors: [{ code: 'LOCKED', path: ['contentId'] }] },
    visitContent: { userErrors: [{ code: 'LOCKED' }] },
  });

  expect(await tick(one)).toEqual([]);
  expect((await modulesOf(student, course))[1]?.viewerLock).toEqual(waiting);
  expect(await tick(two)).toEqual([]);
  expect((await modulesOf(student, course))[1]).toMatchObject({
    viewerLock: null,
    contents: [{ item: { body: 'Body of **text 1**' } }, {}],
  });
  expect(await tick(three)).toEqual([]);
  expect((await student.run(Node, { id: lockedId })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('what waits for a date is told when it opens, and is open from then on; a content adds its own reasons to those of its module', async () => {
  const { course, first, second, three } = await twoModules();
  const { module } = (await lockModule(second, { availableFrom: '2031-03-01T09:00:00+01:00' })) ?? {};
  expect(module?.lock).toEqual({ afterModule: null, availableFrom: '2031-03-01T08:00:00.000Z' });
  await lockContent(three, { afterModuleId: first.id, availableFrom: tomorrow });
  const [, locked] = await modulesOf(student, course);
  expect(locked?.viewerLock).toEqual({ afterModules: [], availableFrom: '2031-03-01T08:00:00.000Z' });
  expect(locked?.contents).toMatchObject([
    { viewerLock: { afterModules: [{ id: first.id }], availableFrom: '2031-03-01T08:00:00.000Z' } },
    { viewerLock: { afterModules: [], availableFrom: '2031-03-01T08:00:00.000Z' } },
  ]);
  await lockModule(second, { availableFrom: yesterday });
  const [, opened] = await modulesOf(student, course);
  expect(opened).toMatchObject({ viewerLock: null, lock: { availableFrom: yesterday } });
  expect(opened?.contents).toMatchObject([{ viewerLock: { availableFrom: tomorrow } }, { viewerLock: null, item: { __typename: 'Text' } }]);
  await lockContent(three, {});
  expect((await modulesOf(student, course))[1]?.contents).toMatchObject([{ viewerLock: null }, {}]);
});

test('locks hold for students: the author reads everything, and a visitor is told what is waited for', async () => {
  const { course, first, second } = await twoModules();
  await lockModule(second, { afterModuleId: first.id });
  expect((await modulesOf(author, course))[1]).toMatchObject({ viewerLock: null, contents: [{ item: { __typename: 'Text' } }, {}] });
  expect((await modulesOf(school.nobody, course))[1]).toMatchObject({
    lock: { afterModule: { id: first.id } },
    viewerLock: null,
    contents: null,
  });
  expect((await student.data(Outline, { slug: course.slug })).courseBySlug?.viewerEnrolment?.progress.total).toBe(4);
});

test('a file of what is locked opens for nobody but its authors', async () => {
  const { second, three } = await twoModules();
  const file = randomUUID();
  await sql`insert into stored_file (id, use, name, media_type, size, sha256) values (${file}, 'file', 'a.txt', 'text/plain', 5, '')`.execute(
    school.db,
  );
  await sql`insert into content_file (content_id, file_id) values (${three.uuid}, ${file})`.execute(school.db);
  // Who knows the file already is told that it is the same, if they may read it.
  const status = async (caller: Caller) =>
    (await caller.get(`/files/${file}`, { 'if-none-match': `"${file}"`, 'cache-control': 'max-age=0' })).status;
  expect(await status(student)).toBe(304);
  await lockModule(second, { availableFrom: tomorrow });
  expect(await status(student)).toBe(404);
  expect(await status(author)).toBe(304);
  await lockModule(second, {});
  await lockContent(three, { availableFrom: tomorrow });
  expect(await status(student)).toBe(404);
});

test('a module that students do not see, or that is empty, keeps nothing locked', async () => {
  const { course, second } = await twoModules();
  const draft = await make.module(course, 3, { status: PublicationStatus.DRAFT });
  await make.content(draft, 1);
  const empty = await make.module(course, 4);
  await make.content(empty, 1, { status: PublicationStatus.DRAFT });
  for (const awaited of [draft, empty]) {
    await lockModule(second, { afterModuleId: awaited.id });
    expect((await modulesOf(student, course))[1]?.viewerLock).toBeNull();
  }
});

test('a stranger locks nothing', async () => {
  const { second, three } = await twoModules();
  expect((await student.run(LockModule, { input: { id: second.id } })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect((await student.run(LockContent, { input: { id: three.id } })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
