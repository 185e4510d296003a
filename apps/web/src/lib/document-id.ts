import type { DocumentNode } from 'graphql';

/** The hash that the build wrote into the operation (`build/document-modules.ts`); none while developing, where documents change too fast. */
export function documentIdOf({ definitions }: DocumentNode): string | undefined {
  const operation = definitions.find((each) => 'documentId' in each);
  return typeof operation?.documentId === 'string' ? operation.documentId : undefined;
}
