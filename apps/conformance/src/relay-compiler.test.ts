import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../scripts/checkout.mjs';
import { programOf } from '../../../scripts/prepare.mjs';
import { runProgram } from './program.ts';

/** A page of a Relay application: a list that is read on, an object that is read again by its id, and a mutation that changes the store. */
const page = `
import { graphql } from 'relay-runtime';

export const query = graphql\`
  query page_Query($slug: String!) {
    ...page_catalogue
    subjectBySlug(slug: $slug) {
      ...page_subject
    }
  }
\`;

export const catalogue = graphql\`
  fragment page_catalogue on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "page_cataloguePaginationQuery") {
    courses(first: $count, after: $cursor) @connection(key: "page_courses") {
      edges {
        node {
          id
          title
        }
      }
    }
  }
\`;

export const subject = graphql\`
  fragment page_subject on Subject
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "page_subjectPaginationQuery") {
    title
    courses(first: $count, after: $cursor) @connection(key: "page_subject_courses") {
      edges {
        node {
          id
          viewerCanEnrol
        }
      }
    }
  }
\`;

export const deletion = graphql\`
  mutation page_deleteMutation($input: DeleteCourseInput!, $connections: [ID!]!) {
    deleteCourse(input: $input) {
      deletedCourseId @deleteEdge(connections: $connections)
      userErrors {
        code
      }
    }
  }
\`;
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cursus-relay-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('relay-compiler', () => {
  test('takes schema.graphql, with refetchable fragments that are read on, and a deletion', async () => {
    await mkdir(join(folder, 'src'));
    await symlink(join(root, 'schema.graphql'), join(folder, 'schema.graphql'));
    await writeFile(join(folder, 'src/page.ts'), page);
    await writeFile(join(folder, 'package.json'), '{ "name": "third-party" }');
    await writeFile(
      join(folder, 'relay.config.json'),
      JSON.stringify({
        src: './src',
        schema: './schema.graphql',
        language: 'typescript',
        customScalarTypes: { DateTime: 'string', Upload: 'Blob' },
      }),
    );
    const { status, output } = await runProgram([programOf('relay-compiler', 'apps/conformance'), 'relay.config.json'], { cwd: folder });
    expect(output).not.toMatch(/warning/i);
    expect(status, output).toBe(0);
    expect(await readdir(join(folder, 'src/__generated__'))).toEqual(
      expect.arrayContaining(['page_cataloguePaginationQuery.graphql.ts', 'page_subjectPaginationQuery.graphql.ts']),
    );
  });
});
