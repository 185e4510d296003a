import { graphql } from '../../gql/gql.ts';

/** What a text shows: apart from its code, so that the player asks for it while that is on its way. */
export const TextItemDocument = graphql(`
  query TextItem($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Text {
        title
        body
        pictures {
          id
          ...Picture_file
        }
        revision
      }
    }
  }
`);
