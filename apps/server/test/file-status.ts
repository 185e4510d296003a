import { expect } from 'vitest';
import { graphql } from './gql/gql.ts';
import type { Caller } from './harness.ts';

const File = graphql(`
  query FileStatusNode($id: ID!) {
    node(id: $id) {
      id
    }
  }
`);

/** What the file's address and its id answer; both must agree. */
export async function statusFor(caller: Caller, file: { id: string; url: string }): Promise<number> {
  const response = await caller.get(file.url);
  await response.arrayBuffer();
  const { errors } = await caller.run(File, { id: file.id });
  expect(errors.length === 0).toBe(response.status === 200);
  return response.status;
}
