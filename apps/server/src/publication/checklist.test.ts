import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { CourseStatus } from '../course/course.entity.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';
import { readMarkdown } from './read-markdown.ts';

const school = await openSchool({ PUBLIC_URL: 'https://school.example' });
const make = new Factory(school);

const Checklist = graphql(`
  query Checklist($slug: String!) {
    courseBySlug(slug: $slug) {
      publishingChecklist {
        canPublish
        isComplete
        problems {
          code
          isBlocking
          module {
            id
          }
          content {
            id
          }
          detail
        }
      }
    }
  }
`);

const Publish = graphql(`
  mutation ChecklistPublish($id: ID!) {
    publishCourse(input: { id: $id }) {
      course {
        status
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const owner = await make.user('Instructors');
const author = await school.as(owner.uuid);
const { DRAFT } = PublicationStatus;

const checklistOf = async ({ slug }: { slug: string }) => (await author.data(Checklist, { slug })).courseBySlug?.publishingChecklist;
const write = (content: Made, body: string) => sql`update text set body = ${body} where id = ${content.uuid}`.execute(school.db);
const complete = { isBlocking: false, module: null, content: null, detail: null };

test('a course with nothing to read cannot be published, whatever drafts it holds; one published lesson is enough', async () => {
  const course = await make.course(owner, { status: CourseStatus.DRAFT });
  const module = await make.module(course, 1);
  const content = await make.content(module, 1, { status: DRAFT });
  expect(await checklistOf(course)).toEqual({
    canPublish: false,
    isComplete: true,
    problems: [
      { ...complete, code: 'NOTHING_TO_READ', isBlocking: true },
      { ...complete, code: 'OVERVIEW_EMPTY' },
      { ...complete, code: 'PICTURE_MISSING' },
      { ...complete, code: 'MODULE_EMPTY', module: { id: module.id } },
    ],
  });
  expect((await author.data(Publish, { id: course.id })).publishCourse).toEqual({
    course: null,
    userErrors: [{ code: 'NOTHING_TO_READ', path: null }],
  });
  await sql`update content set status = 'published' where id = ${content.uuid}`.execute(school.db);
  expect((await author.data(Publish, { id: course.id })).publishCourse).toEqual({ course: { status: 'PUBLISHED' }, userErrors: [] });
});

test('each problem is told with its place, and what students do not see is none', async () => {
  const course = await make.course(owner, { overview: 'See [the end](/learn/nowhere).' });
  const [first, empty] = [await make.module(course, 1), await make.module(course, 2)];
  const hidden = await make.module(course, 3, { status: DRAFT });
  const [blank, film, waiting, draft] = [
    await make.content(first, 1),
    await make.content(first, 2),
    await make.content(first, 3),
    await make.content(first, 4, { status: DRAFT }),
  ];
  await write(blank, ' \n\t');
  await write(draft, '');
  const file = randomUUID();
  await sql`insert into stored_file (id, use, name, media_type, size, sha256) values (${file}, 'video', 'a.webm', 'video/webm', 5, '')`.execute(
    school.db,
  );
  await sql`with gone as (delete from text where id = ${film.uuid}), turned as (update item set kind = 'video' where id = ${film.uuid})
    select`.execute(school.db);
  await sql`insert into video (id, file_id) values (${film.uuid}, ${file})`.execute(school.db);
  await sql`update content set after_module_id = ${hidden.uuid} where id = ${waiting.uuid}`.execute(school.db);

  const checklist = await checklistOf(course);
  const inFirst = { ...complete, module: { id: first.id } };
  expect(checklist).toEqual({
    canPublish: true,
    isComplete: true,
    problems: [
      { ...complete, code: 'PICTURE_MISSING' },
      { ...complete, code: 'LINK_BROKEN', detail: '/learn/nowhere' },
      { ...inFirst, code: 'TEXT_EMPTY', content: { id: blank.id } },
      { ...inFirst, code: 'VIDEO_WITHOUT_CAPTIONS', content: { id: film.id } },
      { ...inFirst, code: 'LOCK_WITHOUT_EFFECT', content: { id: waiting.id } },
      { ...complete, code: 'MODULE_EMPTY', module: { id: empty.id } },
    ],
  });
});

test('links and pictures inside a text are judged by what a student finds: not by code, other sites or what is elsewhere', async () => {
  const course = await make.course(owner, { overview: 'About.' });
  const module = await make.module(course, 1);
  const [text, shown, hidden] = [
    await make.content(module, 1),
    await make.content(module, 2),
    await make.content(module, 3, { status: DRAFT }),
  ];
  const other = await make.course(owner);
  const draft = await make.course(owner, { status: CourseStatus.DRAFT });
  const good = [
    `/learn/${course.slug}/${module.id}/${shown.id}`,
    `https://school.example/courses/${other.slug}`,
    'https://elsewhere.example/courses/none',
    'mailto:ada@example.org',
    '#notes',
    '/',
  ];
  const broken = [
    `/learn/${course.slug}/${module.id}/${hidden.id}`,
    `/courses/${draft.slug}`,
    '/subjects/none',
    `/files/${randomUUID()}`,
    `/teach/${course.slug}`,
    '/learn/x/y',
  ];
  const inCode = '`[code](/courses/code)` and\n\n```\n![](/files/code)\n```\n\n$[a](/courses/maths)$\n\n';
  await write(
    text,
    `${inCode}${[...good, ...broken].map((address) => `[a link](${address})`).join(' ')}\n\n[by name][n]\n\n[n]: /courses/named`,
  );
  const { problems = [] } = (await checklistOf(course)) ?? {};
  const found = problems.filter(({ code }) => code === 'LINK_BROKEN');
  expect(found).toHaveLength(broken.length + 1);
  expect(found.map(({ detail }) => detail)).toEqual(expect.arrayContaining([...broken, '/courses/named']));
  for (const problem of found) expect(problem).toMatchObject({ module: { id: module.id }, content: { id: text.id } });
});

test('pictures without words are found in every form that Markdown has for them', () => {
  const text =
    '![](/a.png) ![ ](/b.png "title") ![words](/c.png)\n\n[![](/d.png)](/there)\n\n![][e]\n\n[e]: /e.png\n\n| ![](/f.png) |\n| - |';
  expect(readMarkdown(text).withoutAlternative).toEqual(['/a.png', '/b.png', '/d.png', '/e.png', '/f.png']);
  expect(readMarkdown(text).all).toContain('/there');
});

test('it is for those who edit the course, costs the same whatever its size, and says when it did not read everything', async () => {
  const statements = async (sizes: number) => {
    const course = await make.course(owner);
    for (let at = 1; at <= sizes; at += 1) {
      const module = await make.module(course, at);
      await write(await make.content(module, 1), '[a](/courses/none)');
      await make.content(module, 2);
    }
    return (await school.statements(() => checklistOf(course))).length;
  };
  expect(await statements(12)).toBe(await statements(2));
  const course = await make.course(owner);
  const student = await school.as((await make.user()).uuid);
  expect((await student.data(Checklist, { slug: course.slug })).courseBySlug).toEqual({ publishingChecklist: null });
  const module = await make.module(course, 1);
  const bodies = Array.from({ length: 11 }, () => `[a](/)${'x'.repeat(199_990)}`);
  for (const [at, body] of bodies.entries()) await write(await make.content(module, at + 1), body);
  expect(await checklistOf(course)).toMatchObject({ isComplete: false });
});
