import type { ComponentProps } from 'react';
import { graphql } from '../../gql/gql.ts';
import { RecordChoice } from '../../ui/admin/record-choice.tsx';

const EnrollablePeopleDocument = graphql(`
  query EnrollablePeople($search: String, $ids: [ID!]) {
    enrollablePeople(first: 50, search: $search, ids: $ids) {
      nodes {
        id
        username
        profile {
          displayName
        }
      }
    }
  }
`);

const EnrollableCoursesDocument = graphql(`
  query EnrollableCourses($search: String, $ids: [ID!]!, $isNamed: Boolean!) {
    courses(first: 50, search: $search) @skip(if: $isNamed) {
      edges {
        node {
          id
          title
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    nodes(ids: $ids) @include(if: $isNamed) {
      __typename
      id
      ... on Course {
        title
      }
    }
  }
`);

type ChoiceProps = Omit<ComponentProps<typeof RecordChoice>, 'document' | 'variablesOf' | 'choicesOf'>;

/** Somebody whom one may enrol: in a form, or above a list. */
export function StudentChoice(props: ChoiceProps) {
  return (
    <RecordChoice
      {...props}
      document={EnrollablePeopleDocument}
      variablesOf={(asked) => asked}
      choicesOf={({ enrollablePeople }) =>
        enrollablePeople.nodes.map(({ id, username, profile: { displayName } }) => ({
          value: id,
          label: username === null ? displayName : `${displayName} (${username})`,
        }))
      }
    />
  );
}

/** A published course, found by its words. */
export function CourseChoice(props: ChoiceProps) {
  return (
    <RecordChoice
      {...props}
      document={EnrollableCoursesDocument}
      variablesOf={({ search, ids }) => ({ search, ids: ids ?? [], isNamed: ids !== null })}
      choicesOf={({ courses, nodes }) => [
        ...(courses?.edges ?? []).map(({ node: { id, title } }) => ({ value: id, label: title })),
        ...(nodes ?? []).flatMap((node) => (node?.__typename === 'Course' ? [{ value: node.id, label: node.title }] : [])),
      ]}
    />
  );
}
