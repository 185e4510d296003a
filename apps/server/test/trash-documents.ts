import { graphql } from './gql/gql.ts';

export const DeleteModule = graphql(`
  mutation TrashDeleteModule($id: ID!) {
    deleteModule(input: { id: $id }) {
      deletedModuleId
    }
  }
`);

export const DeleteContent = graphql(`
  mutation TrashDeleteContent($id: ID!) {
    deleteContent(input: { id: $id }) {
      deletedContentId
    }
  }
`);

export const DeleteCourse = graphql(`
  mutation TrashDeleteCourse($id: ID!) {
    deleteCourse(input: { id: $id }) {
      deletedCourseId
    }
  }
`);

export const RestoreModule = graphql(`
  mutation TrashRestoreModule($id: ID!) {
    restoreModule(input: { id: $id }) {
      module {
        title
        contentCount
      }
      course {
        modules {
          id
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

export const TrashOfOwner = graphql(`
  query TrashOfOwner($id: ID!) {
    node(id: $id) {
      ... on User {
        trashedCourses {
          totalCount
          nodes {
            courseId
            title
            slug
          }
        }
      }
    }
  }
`);
