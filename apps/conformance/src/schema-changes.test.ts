import { describe, expect, test } from 'vitest';
import { breaksBetween, presentSchema, releasedSchema } from './schema-changes.ts';

const before = `
  enum Color { RED BLUE @deprecated(reason: "Use RED. Removal after 2027-06-30.") }
  type Query {
    course(id: ID): String
    colour: Color
    old: Int @deprecated(reason: "Use course. Removal after 2027-06-30.")
  }
`;

describe('graphql-inspector, against the last release', () => {
  test('finds no break of what was not deprecated', async () => {
    // Before the first release there is nothing to break.
    expect(await breaksBetween(releasedSchema() ?? presentSchema(), presentSchema())).toEqual([]);
  });

  test.each([
    ['a field that is gone', 'enum Color { RED BLUE } type Query { colour: Color old: Int }'],
    ['an argument that is asked for now', 'enum Color { RED BLUE } type Query { course(id: ID!): String colour: Color old: Int }'],
    ['a type that is another one', 'enum Color { RED BLUE } type Query { course(id: ID): Int colour: Color old: Int }'],
    ['an enum value that is gone', 'enum Color { BLUE } type Query { course(id: ID): String colour: Color old: Int }'],
  ])('would tell %s', async (_what, after) => {
    expect(await breaksBetween(before, after)).toHaveLength(1);
  });

  test('lets go what was deprecated, and what is new come', async () => {
    const after = 'enum Color { RED } type Query { course(id: ID, language: String): String colour: Color fresh: Int }';
    expect(await breaksBetween(before, after)).toEqual([]);
  });
});
