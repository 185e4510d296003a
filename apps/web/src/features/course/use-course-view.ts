import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql } from '../../gql/gql.ts';
import { noteContext } from '../../lib/note-context.ts';

const RecordCourseViewDocument = graphql(`
  mutation RecordCourseView($input: RecordCourseViewInput!) {
    recordCourseView(input: $input) {
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** Says that a person looks at the course; the server knows what counts. Not worth a word when it fails. */
export function useCourseView(courseId: string): void {
  const client = useApolloClient();
  useEffect(() => {
    const options = { variables: { input: { courseId } }, context: noteContext };
    client.mutate({ mutation: RecordCourseViewDocument, ...options }).catch(() => undefined);
  }, [client, courseId]);
}
