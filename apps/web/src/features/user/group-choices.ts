import { graphql } from '../../gql/gql.ts';

/** The groups that somebody may be in. */
export const GroupChoicesDocument = graphql(`
  query GroupChoices {
    groups(first: 100, orderBy: [{ field: NAME, direction: ASC }]) {
      edges {
        node {
          id
          name
          description
          viewerCanEdit
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
