import { graphql } from './gql/gql.ts';

export const Enrol = graphql(`
  mutation HistoryEnrol($courseId: ID!) {
    enrol(input: { courseId: $courseId }) {
      userErrors {
        code
      }
    }
  }
`);

export const Leave = graphql(`
  mutation HistoryLeave($courseId: ID!) {
    leaveCourse(input: { courseId: $courseId }) {
      userErrors {
        code
      }
    }
  }
`);

export const Read = graphql(`
  mutation HistoryRead($id: ID!) {
    completeContent(input: { contentId: $id }) {
      userErrors {
        code
      }
    }
  }
`);

export const TakeBack = graphql(`
  mutation HistoryTakeBack($id: ID!) {
    uncompleteContent(input: { contentId: $id }) {
      userErrors {
        code
      }
    }
  }
`);

export const Add = graphql(`
  mutation HistoryAdd($moduleId: ID!) {
    createText(input: { moduleId: $moduleId, title: "One more", body: "", status: PUBLISHED }) {
      content {
        id
      }
    }
  }
`);

export const Move = graphql(`
  mutation HistoryMove($id: ID!, $moduleId: ID!) {
    moveContent(input: { id: $id, moduleId: $moduleId }) {
      userErrors {
        code
      }
    }
  }
`);

export const MoveModule = graphql(`
  mutation HistoryMoveModule($id: ID!) {
    moveModule(input: { id: $id, afterId: null }) {
      userErrors {
        code
      }
    }
  }
`);

export const Delete = graphql(`
  mutation HistoryDelete($id: ID!) {
    deleteContent(input: { id: $id }) {
      deletedContentId
    }
  }
`);

export const Restore = graphql(`
  mutation HistoryRestore($id: ID!, $moduleId: ID!) {
    restoreContent(input: { id: $id, moduleId: $moduleId }) {
      userErrors {
        code
      }
    }
  }
`);

export const DeleteModule = graphql(`
  mutation HistoryDeleteModule($id: ID!) {
    deleteModule(input: { id: $id }) {
      deletedModuleId
    }
  }
`);
