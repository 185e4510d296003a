import { createCursusClient, RefusedError, requireAccepted } from '@cursus/client';
import { graphql } from './gql/gql.ts';

const CreateCourse = graphql(`
  mutation CreateCourse($input: CreateCourseInput!) {
    createCourse(input: $input) {
      course {
        id
        slug
        status
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const Subjects = graphql(`
  query Subjects {
    subjects(first: 1) {
      nodes {
        id
      }
    }
  }
`);

const cursus = createCursusClient({ endpoint: `${process.env['CURSUS_URL']}/graphql`, token: process.env['CURSUS_TOKEN'] ?? null });

const { subjects } = await cursus.request(Subjects);
const subjectId = subjects.nodes[0]?.id ?? '';

const { createCourse } = await cursus.request(CreateCourse, { input: { title: 'Tides', subjectId } });
console.log(requireAccepted(createCourse).course?.status);

try {
  const { createCourse: refused } = await cursus.request(CreateCourse, { input: { title: '', subjectId } });
  requireAccepted(refused);
} catch (error) {
  if (!(error instanceof RefusedError)) throw error;
  for (const { code, path, message } of error.userErrors) console.log(`${path?.join('.')}: ${code} (${message})`);
}
