import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Caller, School } from './harness.ts';

/** How many statements a request costs. It runs once before, so that what a process remembers is remembered in each case. */
export async function statementCost<Data, Variables>(
  school: School,
  caller: Caller,
  [document, variables]: [TypedDocumentNode<Data, Variables>, Variables],
): Promise<number> {
  await caller.data(document, variables);
  const statements = await school.statements(() => caller.data(document, variables));
  return statements.length;
}
