import type { FixtureKind } from '../kernel/fixture-kind.ts';
import { camelCase } from '../kernel/camel-case.ts';
import { itemKinds } from './item-kinds.ts';
import type { ItemKind } from './item-kind.ts';

const kinds: readonly ItemKind[] = itemKinds;
const tables = kinds.flatMap(({ kind, parts = [] }) => [kind, ...parts.map(({ table }) => table)]);

/** A content with its item, whatever kinds there are. */
export const contentFixtures: FixtureKind = {
  name: 'contents',
  table: 'content',
  parts: { item: 'item', ...Object.fromEntries(tables.map((table) => [camelCase(table), table])), files: 'content_file' },
};
