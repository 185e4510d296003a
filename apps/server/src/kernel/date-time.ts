import { GraphQLDateTime } from 'graphql-scalars';

/** The API's one form of a moment: ISO 8601 with an offset. */
export const DateTime = GraphQLDateTime;
