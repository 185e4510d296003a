import { createCursusClient, requireAccepted } from '@cursus/client';
import { graphql } from './gql/gql.ts';
import { endpoint } from './people.ts';

/** What each client sends: the same four operations. */
export const Catalogue = graphql(`
  query Catalogue($first: Int!) {
    courses(first: $first, orderBy: [{ field: TITLE, direction: ASC }]) {
      totalCount
      nodes {
        id
        title
        owner {
          id
          profile {
            displayName
          }
        }
      }
    }
  }
`);

export const CreateCourse = graphql(`
  mutation CreateCourse($input: CreateCourseInput!) {
    createCourse(input: $input) {
      course {
        id
        title
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

export const UploadFile = graphql(`
  mutation UploadFile($input: UploadFileInput!) {
    uploadFile(input: $input) {
      file {
        id
        name
        size
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const Structure = graphql(`
  subscription Structure($courseId: ID!) {
    courseStructureChanged(courseId: $courseId) {
      course {
        id
        title
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

/** The input of a course that every client may create. */
export async function newCourse(title: string): Promise<{ title: string; subjectId: string }> {
  const { subjects } = await createCursusClient({ endpoint: endpoint() }).request(Subjects);
  return { title, subjectId: subjects.nodes[0]?.id ?? '' };
}

/** A draft of the token's owner, to subscribe to. */
export async function courseOf(token: string, title: string): Promise<string> {
  const { createCourse } = await createCursusClient({ endpoint: endpoint(), token }).request(CreateCourse, {
    input: await newCourse(title),
  });
  return requireAccepted(createCourse).course?.id ?? '';
}

export const letters = (): File => new File(['alpha,beta\n1,2\n'], 'letters.csv', { type: 'text/csv' });

export const bearer = (token: string): { authorization: string } => ({ authorization: `Bearer ${token}` });
export const preflight = { 'apollo-require-preflight': 'true' };
export const socketAddress = (): string => endpoint().replace(/^http/, 'ws');
