import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql } from '../../gql/gql.ts';
import { noteContext } from '../../lib/note-context.ts';

const VisitContentDocument = graphql(`
  mutation VisitContent($input: VisitContentInput!) {
    visitContent(input: $input) {
      enrolment {
        id
        lastContent {
          id
        }
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** Keeps where an enrolled student is, for 'continue'. Not worth a word when it fails. */
export function useVisit(contentId: string | undefined, isEnrolled: boolean): void {
  const client = useApolloClient();
  useEffect(() => {
    if (contentId === undefined || !isEnrolled) return;
    const options = { variables: { input: { contentId } }, context: noteContext };
    client.mutate({ mutation: VisitContentDocument, ...options }).catch(() => undefined);
  }, [client, contentId, isEnrolled]);
}
