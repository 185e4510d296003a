import { Field, ID, InterfaceType } from 'type-graphql';

/** Every row that is a Node says of which GraphQL type it is, so that interfaces resolve without another look. */
export interface NodeRow {
  readonly __typename: string;
  readonly id: string;
}

@InterfaceType({
  description: 'An object with an id that is unique across all types.',
  resolveType: (row: NodeRow) => row.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque, stable and unique across all types.' })
  id!: string;
}
