import { allNodes, createCursusClient, requireAccepted } from '@cursus/client';
import { graphql } from './gql/gql.ts';

const { CURSUS_URL = 'http://127.0.0.1:4000', CURSUS_TOKEN } = process.env;
if (CURSUS_TOKEN === undefined) throw new Error('Set CURSUS_TOKEN to a token of yours with the scope enrolment:write.');

const Courses = graphql(`
  query Courses($after: String) {
    courses(first: 20, after: $after) {
      nodes {
        id
        title
        viewerCanEnrol
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const Enrol = graphql(`
  mutation Enrol($courseId: ID!) {
    enrol(input: { courseId: $courseId }) {
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const cursus = createCursusClient({ endpoint: `${CURSUS_URL}/graphql`, token: CURSUS_TOKEN });

let enrolled = 0;
for await (const course of allNodes(async (after) => (await cursus.request(Courses, { after })).courses)) {
  if (!course.viewerCanEnrol) continue;
  const { enrol } = await cursus.request(Enrol, { courseId: course.id });
  requireAccepted(enrol);
  enrolled += 1;
  console.log(`Enrolled in ${course.title}`);
}
console.log(`${enrolled} new enrolments`);
