import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';

const GroupChoicesConnection = graphql(`
  fragment GroupChoices_connection on GroupConnection {
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
`);

/** The groups that somebody may be in, of those that are the viewer's to give. */
export const groupChoicesOf = (groups: FragmentType<typeof GroupChoicesConnection>) =>
  readFragment(GroupChoicesConnection, groups)
    .edges.map(({ node }) => node)
    .filter(({ viewerCanEdit }) => viewerCanEdit)
    .map(({ id, name, description }) => ({ value: id, label: name, ...(description !== '' && { hint: description }) }));
