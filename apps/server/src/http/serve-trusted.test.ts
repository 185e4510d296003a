import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { openBeside, openSchool, type School } from '../../test/harness.ts';
import { CourseStatus } from '../course/course.entity.ts';

const catalogue = '{ courses(first: 100) { totalCount nodes { id title owner { profile { displayName } } modules { title } } } }';
const person = '{ viewer { id username } }';
const object = 'query ($id: ID!) { node(id: $id) { __typename id ... on Course { title } } }';
const publish = 'mutation ($id: ID!) { publishCourse(input: { id: $id }) { course { status } userErrors { message } } }';
const outdated = '{ fieldOfAnOldBuild }';

const idOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

const webDist = await mkdtemp(join(tmpdir(), 'cursus-web-'));
const documents = Object.fromEntries([catalogue, person, object, publish, outdated].map((text) => [idOf(text), text]));
await writeFile(join(webDist, 'trusted-documents.json'), JSON.stringify(documents));
afterAll(() => rm(webDist, { recursive: true, force: true }));

const school = await openSchool({ WEB_DIST: webDist, RATE_LIMIT: '1000000', RATE_LIMIT_ANONYMOUS: '1000000' });
const beside = await openBeside(school);
const make = new Factory(school);
const owner = await make.user('Instructors');
const course = await make.course(owner, { title: 'Known' });
await make.module(course, 1, { title: 'One' });

interface Body {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly string[];
    readonly extensions: { readonly code: string };
  }[];
}

async function get(
  at: School,
  text: string,
  { variables = {}, headers = {} }: { variables?: object; headers?: Record<string, string> } = {},
) {
  const query = new URLSearchParams({ documentId: idOf(text), variables: JSON.stringify(variables) });
  const response = await fetch(`${at.url}/graphql?${query.toString()}`, { headers });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

async function post(at: School, body: object, headers: Record<string, string>) {
  const content = { 'content-type': 'application/json' };
  const response = await fetch(`${at.url}/graphql`, { method: 'POST', body: JSON.stringify(body), headers: { ...content, ...headers } });
  return { status: response.status, body: (await response.json()) as Body };
}

const titlesIn = ({ body }: { body: Body }): string[] => {
  const courses = body.data?.['courses'] as { nodes: { title: string }[] };
  return courses.nodes.map(({ title }) => title);
};

describe('a trusted document', () => {
  test('is answered as its text is', async () => {
    const { headers } = await school.as(owner.uuid);
    for (const [text, variables] of [
      [catalogue, {}],
      [person, {}],
      [object, { id: course.id }],
    ] as const) {
      const byText = await post(school, { query: `${text} `, variables }, headers);
      expect((await get(school, text, { variables, headers })).body).toEqual(byText.body);
      expect((await post(school, { documentId: idOf(text), variables }, headers)).body).toEqual(byText.body);
    }
  });

  test('is refused as its text is', async () => {
    const id = Buffer.from('Course:00000000-0000-4000-8000-000000000000').toString('base64url');
    const { status, body } = await get(school, object, { variables: { id } });
    expect({ status, data: body.data, errors: body.errors }).toMatchObject({
      status: 200,
      data: { node: null },
      errors: [{ path: ['node'], extensions: { code: 'NOT_FOUND' } }],
    });
    const malformed = await get(school, object, { variables: {} });
    expect(malformed.body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test.each([
    ['that nobody knows', 'query Stranger { viewer { id } }'],
    ['that does not fit the schema any more', outdated],
  ])('%s is UNKNOWN_DOCUMENT', async (_, text) => {
    const { status, body } = await get(school, text);
    expect({ status, code: body.errors?.[0]?.extensions.code }).toEqual({ status: 400, code: 'UNKNOWN_DOCUMENT' });
  });

  test('that changes something goes by POST alone', async () => {
    const draft = await make.course(owner, { status: CourseStatus.DRAFT });
    await make.content(await make.module(draft));
    const { headers } = await school.as(owner.uuid);
    const { body } = await get(school, publish, { variables: { id: draft.id }, headers });
    expect(body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const posted = await post(school, { documentId: idOf(publish), variables: { id: draft.id } }, headers);
    expect(posted.body.data).toEqual({ publishCourse: { course: { status: 'PUBLISHED' }, userErrors: [] } });
  });

  test('with variables that are no JSON is BAD_USER_INPUT', async () => {
    const response = await fetch(`${school.url}/graphql?documentId=${idOf(catalogue)}&variables={`);
    expect(response.status).toBe(400);
  });
});

describe('the catalogue of who is not signed in', () => {
  test('costs no statement the second time, and is charged all the same', async () => {
    await get(school, catalogue);
    const statements = await school.statements(async () => {
      const { headers } = await get(school, catalogue);
      const again = await get(school, catalogue);
      expect(again.body).toEqual((await get(school, catalogue)).body);
      expect(Number(again.headers.get('ratelimit-remaining'))).toBeLessThan(Number(headers.get('ratelimit-remaining')) - 100);
    });
    expect(statements.filter((text) => text !== '')).toEqual([]);
  });

  test('has a course in the very next request after it was published, in every process, fifty times', async () => {
    const { headers } = await school.as(owner.uuid);
    for (let nth = 0; nth < 50; nth += 1) {
      const title = `Fresh ${nth}`;
      const draft = await make.course(owner, { title, status: CourseStatus.DRAFT });
      await make.content(await make.module(draft));
      expect(titlesIn(await get(beside, catalogue))).not.toContain(title);
      await post(school, { documentId: idOf(publish), variables: { id: draft.id } }, headers);
      expect(titlesIn(await get(beside, catalogue))).toContain(title);
      expect(titlesIn(await get(school, catalogue))).toContain(title);
      await school.db.updateTable('course').set({ deleted_at: new Date() }).where('id', '=', draft.uuid).execute();
      expect(titlesIn(await get(beside, catalogue))).not.toContain(title);
    }
  });

  test('is nobody else’s: who is signed in reads for themselves', async () => {
    const { headers } = await school.as(owner.uuid);
    await get(school, person);
    expect((await get(school, person, { headers })).body.data).toEqual({ viewer: { id: owner.id, username: owner.username } });
    expect((await get(school, person)).body.data).toEqual({ viewer: null });
  });
});
