import { join } from 'node:path';
import { createCursusClient } from '@cursus/client';
import { expect, inject, test } from 'vitest';
import { root } from '../../../scripts/checkout.mjs';
import { graphql } from './gql/gql.ts';
import { endpoint, personalTokenOf, tokenOfNewStudent } from './people.ts';
import { runProgram } from './program.ts';

const Enrolments = graphql(`
  query Enrolments {
    courses(first: 0) {
      totalCount
    }
    viewer {
      enrolments(first: 0) {
        totalCount
      }
    }
  }
`);

test('the smallest real client enrols its user in every course, and nothing twice', async () => {
  const token = await tokenOfNewStudent();
  const env = { CURSUS_URL: inject('cursusUrl'), CURSUS_TOKEN: await personalTokenOf(token, ['CATALOG_READ', 'ENROLMENT_WRITE']) };
  const run = () => runProgram([process.execPath, 'src/enrol-in-everything.ts'], { cwd: join(root, 'examples/enrol-in-everything'), env });

  const first = await run();
  const { courses, viewer } = await createCursusClient({ endpoint: endpoint(), token }).request(Enrolments);
  expect(first).toEqual({ status: 0, output: expect.stringContaining(`${courses.totalCount} new enrolments`) as string });
  expect(courses.totalCount).toBeGreaterThan(5);
  expect(viewer?.enrolments?.totalCount).toBe(courses.totalCount);
  expect(await run()).toEqual({ status: 0, output: '0 new enrolments\n' });
});
