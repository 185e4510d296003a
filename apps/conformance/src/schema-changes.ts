import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, CriticalityLevel, diff, DiffRule } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { root } from '../../../scripts/checkout.mjs';

/** What changed between two schemas, by graphql-inspector. Removing what had been deprecated is announced, so it breaks nobody. */
export async function changesBetween(before: string, after: string): Promise<Change[]> {
  return diff(buildSchema(before), buildSchema(after), [DiffRule.suppressRemovalOfDeprecatedField]);
}

/** What would break a client that was written against the schema before. */
export async function breaksBetween(before: string, after: string): Promise<string[]> {
  const changes = await changesBetween(before, after);
  return changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking).map(({ message }) => message);
}

/** The schema of the last release; null before the first one. */
export function releasedSchema(): string | null {
  try {
    return readFileSync(join(root, 'docs/api/released.graphql'), 'utf8');
  } catch {
    return null;
  }
}

export const presentSchema = (): string => readFileSync(join(root, 'schema.graphql'), 'utf8');
