import { useApolloClient } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';
import { noteContext } from '../../lib/note-context.ts';

const RecordPlaybackDocument = graphql(`
  mutation RecordPlayback($input: RecordPlaybackInput!) {
    recordPlayback(input: $input) {
      content {
        id
        viewerPlaybackSeconds
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** Keeps where a student is in a film, also when the page is being closed. Not worth a word when it fails. */
export function usePlaceInFilm(contentId: string): (seconds: number) => void {
  const client = useApolloClient();
  return (seconds) => {
    const options = { variables: { input: { contentId, seconds } }, context: { ...noteContext, fetchOptions: { keepalive: true } } };
    client.mutate({ mutation: RecordPlaybackDocument, ...options }).catch(() => undefined);
  };
}
