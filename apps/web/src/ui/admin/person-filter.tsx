import { graphql } from '../../gql/gql.ts';
import { RecordChoice } from './record-choice.tsx';

const PersonFilterDocument = graphql(`
  query PersonFilter($search: String, $ids: [ID!]!, $isNamed: Boolean!) {
    users(first: 50, search: $search) @skip(if: $isNamed) {
      edges {
        node {
          id
          username
          profile {
            displayName
          }
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
      ... on User {
        username
        profile {
          displayName
        }
      }
    }
  }
`);

interface Person {
  id: string;
  username: string | null;
  profile: { displayName: string };
}

const choiceOf = ({ id, username, profile: { displayName } }: Person) => ({
  value: id,
  label: username === null ? displayName : `${displayName} (${username})`,
});

interface PersonFilterProps {
  label: string;
  value: string | null;
  onChoose: (userId: string | null) => void;
}

/** One person, or everybody: for who manages accounts, and so finds them. */
export function PersonFilter(props: PersonFilterProps) {
  return (
    <RecordChoice
      {...props}
      document={PersonFilterDocument}
      variablesOf={({ search, ids }) => ({ search, ids: ids ?? [], isNamed: ids !== null })}
      choicesOf={({ users, nodes }) => [
        ...(users?.edges ?? []).map(({ node }) => choiceOf(node)),
        ...(nodes ?? []).flatMap((node) => (node?.__typename === 'User' ? [choiceOf(node)] : [])),
      ]}
    />
  );
}
