import { Field, ID, InterfaceType } from 'type-graphql';

/** Every row that is a Node says of which GraphQL type it is, so that interfaces resolve without another look. */
export interface NodeRow {
  readonly __typename: string;
  readonly id: string;
}

export const typeOfNode = ({ __typename }: NodeRow): string => __typename;

@InterfaceType({
  description: 'An object with an id that is unique across all types.',
  resolveType: typeOfNode,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque, stable and unique across all types.' })
  id!: string;
}
