import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import type { Logger } from 'pino';
import { z } from 'zod';

/** A document that came with the server: the browser application's, made by its build. */
export interface TrustedDocument {
  readonly text: string;
  readonly isMutation: boolean;
  /** Whether it asks for the catalogue alone, which nobody's rights change as long as nobody is signed in. */
  readonly isCatalogue: boolean;
}

/**
 * What somebody who is not signed in reads by these fields stands in the tables that the migration catalogue_changes watches. `viewer` is
 * null for them. A new field here needs its tables there.
 */
const catalogueFields = new Set(['courses', 'courseLanguages', 'courseBySlug', 'subjects', 'subjectBySlug', 'viewer', '__typename']);

const rule = z.record(z.string().regex(/^sha256:[0-9a-f]{64}$/), z.string());

const operationsOf = ({ definitions }: DocumentNode): OperationDefinitionNode[] =>
  definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);

function isCatalogue({ operation, selectionSet }: OperationDefinitionNode): boolean {
  const isListed = selectionSet.selections.every((each) => each.kind === Kind.FIELD && catalogueFields.has(each.name.value));
  return operation === 'query' && isListed;
}

/**
 * The documents by their id, `sha256:` and the hash of the text. One that does not fit the schema is left out: an old build's. Subscriptions
 * go by the socket, which takes texts.
 */
export function readTrustedDocuments(webDist: string, schema: GraphQLSchema, logger: Logger): ReadonlyMap<string, TrustedDocument> {
  const file = join(webDist, 'trusted-documents.json');
  const known = new Map<string, TrustedDocument>();
  if (!existsSync(file)) return known;
  for (const [id, text] of Object.entries(rule.parse(JSON.parse(readFileSync(file, 'utf8'))))) {
    const document = parse(text);
    const [operation] = operationsOf(document);
    if (operation === undefined || operation.operation === 'subscription') continue;
    if (validate(schema, document).length > 0) logger.warn({ id }, 'a trusted document does not fit the schema');
    else known.set(id, { text, isMutation: operation.operation === 'mutation', isCatalogue: isCatalogue(operation) });
  }
  return known;
}
