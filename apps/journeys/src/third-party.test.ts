import { randomUUID } from 'node:crypto';

import { beforeAll, describe, expect, inject, test } from 'vitest';

import { askApi, signIn } from './graphql-request.ts';

const slug = 'algorithms-you-can-see';
let url: string;

beforeAll(() => {
  url = inject('cursusUrl');
});

interface ReadCourse {
  readonly id: string;
  readonly title: string;
  readonly viewerCanRead: boolean;
  readonly modules: readonly {
    readonly title: string;
    readonly position: number;
    readonly contents: readonly { readonly position: number; readonly item: ReadItem }[] | null;
  }[];
}

interface ReadItem {
  readonly __typename: 'Text' | 'Image' | 'File' | 'Video';
  readonly title: string;
  readonly body?: string;
  readonly embed?: { readonly host: string } | null;
  readonly file?: ReadFile;
  readonly film?: ReadFile | null;
}

interface ReadFile {
  readonly url: string;
  readonly size: number;
  readonly mediaType: string;
}

const courseDocument = `query Course($slug: String!) {
  courseBySlug(slug: $slug) {
    id title viewerCanRead
    modules {
      title position
      contents {
        position
        item {
          __typename title
          ... on Text { body }
          ... on Image { file { url size mediaType } }
          ... on File { file { url size mediaType } }
          ... on Video { embed { host } upload { url size mediaType } }
        }
      }
    }
  }
}`;

async function readCourse(token?: string): Promise<ReadCourse> {
  const { courseBySlug } = await askApi<{ courseBySlug: ReadCourse }>(url, courseDocument, { slug }, token);
  return courseBySlug;
}

/** Every content of a course that may be read, in its order. */
const itemsOf = (course: ReadCourse): ReadItem[] => course.modules.flatMap(({ contents }) => (contents ?? []).map(({ item }) => item));

/** The token of somebody who has just signed up by the API. */
async function signUp(): Promise<string> {
  const document = 'mutation SignUp($input: SignUpInput!) { signUp(input: $input) { credentials { accessToken } } }';
  const username = `reader-${randomUUID().slice(0, 8)}`;
  const person = { firstName: 'Remi', lastName: 'Ndiaye', username, email: `${username}@example.org` };
  const input = { ...person, password: 'a long walk by the river' };
  const { signUp: payload } = await askApi<{ signUp: { credentials: { accessToken: string } } }>(url, document, { input });
  return payload.credentials.accessToken;
}

describe('another program', () => {
  test('reads the catalogue page by page without an account', async () => {
    const document = `query Catalogue($after: String) {
      courses(first: 3, after: $after, orderBy: [{ field: TITLE, direction: ASC }]) {
        totalCount nodes { title subject { title } } pageInfo { hasNextPage endCursor }
      }
    }`;
    interface Catalogue {
      readonly courses: {
        readonly totalCount: number;
        readonly nodes: readonly { readonly title: string; readonly subject: { readonly title: string } }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    }
    const titles: string[] = [];
    let after: string | null = null;
    let courses: Catalogue['courses'];
    do {
      ({ courses } = await askApi<Catalogue>(url, document, { after }));
      titles.push(...courses.nodes.map(({ title }) => title));
      after = courses.pageInfo.endCursor;
    } while (courses.pageInfo.hasNextPage);
    expect(titles).toHaveLength(courses.totalCount);
    expect(new Set(titles).size).toBe(courses.totalCount);
    expect(titles).toEqual(titles.toSorted(new Intl.Collator('en').compare));
  });

  test('reads a course with its modules, but none of its contents, without an account', async () => {
    const course = await readCourse();
    expect(course.modules.map(({ title }) => title)).toEqual(['What an algorithm is', 'Searching', 'Sorting', 'Finding the way']);
    expect(course.modules.map(({ contents }) => contents)).toEqual([null, null, null, null]);
  });

  test('signs in as a student, and reads contents of all four kinds and their files with the token', async () => {
    const token = await signIn(url, 'student');
    const items = itemsOf(await readCourse(token));
    expect(new Set(items.map(({ __typename }) => __typename))).toEqual(new Set(['Text', 'Image', 'File', 'Video']));
    expect(items.find(({ title }) => title === 'Instructions that leave no doubt')?.body).toContain('def largest(numbers)');
    expect(items.flatMap(({ embed }) => (embed ? [embed.host] : []))).toEqual(['YOUTUBE']);
    for (const file of items.flatMap(({ file, film }) => file ?? film ?? [])) {
      const address = new URL(file.url, url);
      expect((await fetch(address)).status).toBe(401);
      const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, file.mediaType]);
      expect((await answer.arrayBuffer()).byteLength).toBe(file.size);
    }
  });

  test('enrols somebody who has just signed up, and only then reads the contents', async () => {
    const token = await signUp();
    const before = await readCourse(token);
    expect([before.viewerCanRead, itemsOf(before)]).toEqual([false, []]);
    const document = 'mutation Enrol($input: EnrolInput!) { enrol(input: $input) { enrolment { progress { completed total } } } }';
    await expect(askApi(url, document, { input: { courseId: before.id } }, token)).resolves.toEqual({
      enrol: { enrolment: { progress: { completed: 0, total: 12 } } },
    });
    const after = await readCourse(token);
    expect([after.viewerCanRead, itemsOf(after).length]).toEqual([true, 12]);
  });

  test('is refused with a token that is not ours', async () => {
    const stranger = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
    await expect(readCourse(stranger)).rejects.toThrow(/HTTP 401.*UNAUTHENTICATED/);
  });
});
