import { graphql } from './gql/gql.ts';

/** The title of a course, whenever something of the course changes. */
export const Structure = graphql(`
  subscription LiveStructure($id: ID!) {
    courseStructureChanged(courseId: $id) {
      course {
        title
      }
    }
  }
`);

export const Rename = graphql(`
  mutation LiveRename($id: ID!, $title: String!) {
    updateCourse(input: { id: $id, title: $title }) {
      userErrors {
        code
      }
    }
  }
`);

export const SignOut = graphql(`
  mutation LiveSignOut {
    signOut {
      userErrors {
        code
      }
    }
  }
`);

export const RevokeToken = graphql(`
  mutation LiveRevokeToken($id: ID!) {
    revokeToken(input: { id: $id }) {
      userErrors {
        code
      }
    }
  }
`);

export const Unpublish = graphql(`
  mutation LiveUnpublish($id: ID!) {
    unpublishCourse(input: { id: $id }) {
      userErrors {
        code
      }
    }
  }
`);
