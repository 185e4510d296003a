import { graphql } from '../../gql/gql.ts';

export const DeleteModuleDocument = graphql(`
  mutation DeleteModule($input: DeleteModuleInput!) {
    deleteModule(input: $input) {
      deletedModuleId
      course {
        ...CourseOutline_course
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

export const DeleteContentDocument = graphql(`
  mutation DeleteContent($input: DeleteContentInput!) {
    deleteContent(input: $input) {
      deletedContentId
      module {
        id
        contents {
          id
        }
        course {
          id
          contentCount
        }
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

export const RestoreModuleDocument = graphql(`
  mutation RestoreModule($input: RestoreModuleInput!) {
    restoreModule(input: $input) {
      course {
        ...CourseOutline_course
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

export const RestoreContentDocument = graphql(`
  mutation RestoreContent($input: RestoreContentInput!) {
    restoreContent(input: $input) {
      course {
        ...CourseOutline_course
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

export const RenameModuleDocument = graphql(`
  mutation RenameModule($input: UpdateModuleInput!) {
    updateModule(input: $input) {
      module {
        id
        ...ModuleRow_module
        ...ModuleDialog_module
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

export const RenameContentDocument = graphql(`
  mutation RenameContent($input: RenameContentInput!) {
    renameContent(input: $input) {
      content {
        id
        ...ContentRow_content
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

export const DuplicateModuleDocument = graphql(`
  mutation DuplicateModule($input: DuplicateModuleInput!) {
    duplicateModule(input: $input) {
      module {
        id
        title
      }
      course {
        ...CourseOutline_course
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

export const DuplicateContentDocument = graphql(`
  mutation DuplicateContent($input: DuplicateContentInput!) {
    duplicateContent(input: $input) {
      content {
        id
        item {
          id
          title
        }
      }
      course {
        ...CourseOutline_course
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);
