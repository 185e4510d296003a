/** What Cursus is asked, by text or by id. */
const catalogue = /* GraphQL */ `
  query BenchCatalogue {
    courses(first: 20) {
      nodes {
        id
        title
        slug
        language
        publishedAt
        subject {
          id
          title
          slug
        }
        owner {
          id
          profile {
            displayName
          }
        }
        modules {
          id
          title
          position
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`;

const course = /* GraphQL */ `
  query BenchCourse($slug: String!) {
    courseBySlug(slug: $slug) {
      id
      title
      slug
      overview
      language
      publishedAt
      subject {
        id
        title
        slug
      }
      owner {
        id
        profile {
          displayName
        }
      }
      modules {
        id
        title
        description
        position
      }
    }
  }
`;

const module = /* GraphQL */ `
  query BenchModule($id: ID!) {
    node(id: $id) {
      ... on Module {
        id
        title
        description
        contents {
          id
          viewerHasCompleted
          item {
            __typename
            id
            title
            ... on Text {
              body
            }
            ... on File {
              description
              file {
                id
                name
                size
                url
              }
            }
            ... on Image {
              alternativeText
              file {
                id
                name
                size
                url
              }
            }
            ... on Video {
              description
              upload {
                id
                name
                size
                url
              }
            }
          }
        }
      }
    }
  }
`;

const reorder = /* GraphQL */ `
  mutation BenchReorder($courseId: ID!, $ids: [ID!]!) {
    reorderModules(input: { courseId: $courseId, ids: $ids }) {
      course {
        id
        modules {
          id
          position
        }
      }
      userErrors {
        message
      }
    }
  }
`;

const search = /* GraphQL */ `
  query BenchSearch($search: String!) {
    courses(first: 20, search: $search) {
      nodes {
        id
        title
        slug
        subject {
          id
          title
          slug
        }
      }
    }
  }
`;

export const documents = { catalogue, course, module, reorder, search };

export type WorkloadName = keyof typeof documents;

/** The same of PostGraphile, in the shape that it gives our tables. It has no mutation that takes an order. */
export const postgraphileDocuments: Partial<Record<WorkloadName, string>> = {
  catalogue: `{
    benchCatalogue(first: 20) {
      nodes {
        id title slug language publishedAt
        subjectBySubjectId { id title slug }
        userByOwnerId { id profileByUserId { firstName lastName } }
        modulesByCourseId(orderBy: [POSITION_ASC]) { nodes { id title position } }
      }
      pageInfo { hasNextPage }
    }
  }`,
  course: `query ($slug: String!) {
    benchCourseBySlug(asked: $slug) {
      id title slug overview language publishedAt
      subjectBySubjectId { id title slug }
      userByOwnerId { id profileByUserId { firstName lastName } }
      modulesByCourseId(orderBy: [POSITION_ASC]) { nodes { id title description position } }
    }
  }`,
  module: `query ($id: UUID!, $student: UUID!) {
    moduleByRowId(rowId: $id) {
      id title description
      contentsByModuleId(orderBy: [POSITION_ASC]) {
        nodes {
          id
          completionsByContentId(condition: { studentId: $student }, first: 1) { nodes { completedAt } }
          itemByRowId {
            kind id title
            asText { body }
            asFile { description storedFileByFileId { id name size rowId } }
            asImage { alternativeText storedFileByFileId { id name size rowId } }
            asVideo { description storedFileByFileId { id name size rowId } }
          }
        }
      }
    }
  }`,
  search: `query ($search: String!) {
    benchSearchCatalogue(asked: $search, first: 20) { nodes { id title slug subjectBySubjectId { id title slug } } }
  }`,
};
