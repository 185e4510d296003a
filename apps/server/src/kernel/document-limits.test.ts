import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool();

const post = (query: string, variables: object = {}) =>
  school.nobody.post<Record<string, unknown>>(JSON.stringify({ query, variables }), {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
  });

const times = (count: number, part: (at: number) => string): string => Array.from({ length: count }, (_, at) => part(at)).join(' ');

/** Three levels a round, of one object each. */
const rounds = (count: number, leaf: string): string =>
  `${'courses(first: 1) { nodes { owner { '.repeat(count)}${leaf}${' } } }'.repeat(count)}`;

const refused = {
  '2,001 tokens': `{ ${'signUpPolicy '.repeat(1_999)} }`,
  '10,000 tokens': `{ ${'signUpPolicy '.repeat(9_998)} }`,
  '13 levels': `{ ${rounds(4, 'id')} }`,
  '20 levels': `{ ${rounds(6, 'profile { displayName }')} }`,
  '13 levels in fragments': `{ ${rounds(2, '...A')} } fragment A on User { ...B } fragment B on User { ${rounds(2, 'id')} }`,
  '31 aliases': `{ rateLimit { ${times(31, (at) => `a${at}: cost`)} } }`,
  '31 directives': `{ rateLimit { ${times(31, () => 'cost @include(if: true)')} } }`,
  '500 directives': `{ rateLimit { ${times(250, () => 'cost @include(if: true) @skip(if: false)')} } }`,
  '21 root fields': `{ ${'rateLimit { cost } '.repeat(21)} }`,
  '21 root fields in fragments': `{ ...F ...G ...F } fragment F on Query { ...G } fragment G on Query { ${'rateLimit { cost } '.repeat(7)} }`,
  '10,203 objects': '{ subjects(first: 100) { nodes { courses(first: 100) { nodes { id } } } } }',
  'pages by variables':
    'query ($a: Int! = 100, $b: Int!) { subjects(first: $a) { edges { node { courses(first: $b) { nodes { id } } } } } }',
};

test.each(Object.entries(refused))('%s are too complex', async (_name, query) => {
  const { status, data, errors } = await post(query, { b: 100 });
  expect({ status, data }).toEqual({ status: 400, data: null });
  expect(errors.map(({ extensions }) => extensions.code)).toContain('QUERY_TOO_COMPLEX');
});

const taken = {
  '12 levels': `{ ${rounds(3, 'profile { avatar { id } }')} }`,
  '30 aliases and directives': `{ rateLimit { ${times(30, (at) => `a${at}: cost @include(if: true)`)} } }`,
  '20 root fields': `{ ${times(20, (at) => `a${at}: rateLimit { cost }`)} }`,
  '9,902 objects': '{ subjects(first: 97) { nodes { courses(first: 100) { nodes { id } } } } }',
  "GraphiQL's introspection": getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, schemaDescription: true }),
};

test.each(Object.entries(taken))('%s are taken', async (_name, query) => {
  const { status, errors } = await post(query);
  expect({ status, errors }).toEqual({ status: 200, errors: [] });
});

test.each([1_000_000, 101, -1])('first: %d is refused before anything runs, as a literal and as a variable', async (first) => {
  const answers = [
    await post(`{ courses(first: ${first}) { nodes { id } } }`),
    await post('query ($first: Int!) { courses(first: $first) { nodes { id } } }', { first }),
    await post(`query ($first: Int! = ${first}) { ...C } fragment C on Query { courses(first: $first) { nodes { id } } }`),
  ];
  for (const { status, data, errors } of answers) {
    expect({ status, data }).toEqual({ status: 400, data: null });
    expect(errors).toMatchObject([{ message: '`first` is 0 to 100.', extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});

test('fragments that spread each other are refused, however they do', async () => {
  const { status, errors } = await post(
    `{ ...A } fragment A on Query { ...B ...B } fragment B on Query { ...A courses { nodes { owner { ...C } } } } fragment C on User { courses { nodes { owner { ...C } } } }`,
  );
  expect(status).toBe(400);
  expect(errors.map(({ extensions }) => extensions.code)).toContain('GRAPHQL_VALIDATION_FAILED');
});

test('fragments that double each other are measured in no time', async () => {
  const doubling = times(60, (at) => `fragment F${at} on User { ...F${at + 1} courses(first: 2) { nodes { owner { ...F${at + 1} } } } }`);
  const { status } = await post(`{ viewer { ...F0 } } ${doubling} fragment F60 on User { id }`);
  expect(status).toBe(400);
});

describe('what an operation costs', () => {
  test.each([
    ['{ signUpPolicy }', 1],
    ['{ rateLimit { cost } }', 2],
    ['{ courses(first: 5) { totalCount pageInfo { hasNextPage } nodes { id } } }', 8],
    ['{ courses { edges { node { id } } } }', 42],
    ['{ courses(first: 2) { nodes { owner { profile { displayName } } modules { title } } } }', 28],
    ['{ nodes(ids: ["Q291cnNlOng", "Q291cnNlOng"]) { id } }', 3],
    ['{ __typename }', 1],
    // What is asked for twice is answered once; under another name it is another answer.
    [
      '{ ...A courses(first: 5) { nodes { owner { id } } } } fragment A on Query { courses(first: 5) { nodes { id owner { username } } } }',
      12,
    ],
    ['{ courses(first: 5) { nodes { owner { id } a: owner { username } ... on Course { owner { id } } } } }', 17],
  ])('%s', async (query, cost) => {
    const response = await school.nobody.get(`/graphql?query=${encodeURIComponent(query)}`);
    const { extensions } = (await response.json()) as { extensions: { cost: number } };
    expect(extensions.cost).toBe(cost);
  });
});
