import type { Constructor } from '@mikro-orm/core';
import type { CopiedTable } from '../kernel/copy-rows.ts';
import type { Item } from './item.entity.ts';

/** What a kind of item gives to the registry: its table and class, and the resolver of its own fields and mutations. */
export interface ItemKind {
  readonly kind: string;
  readonly entity: Constructor<Item>;
  /** Further tables with rows of its items, which are copied with them. */
  readonly parts?: readonly CopiedTable[];
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- type-graphql's own type of a resolver class
  readonly resolver: Function;
}

/** An item that a mutation made of its input, and the files that it shows. */
export interface NewItem {
  readonly item: Item;
  readonly fileIds: readonly string[];
  /** Writes what refers to the item, once its row is there. */
  readonly attach?: (id: string) => Promise<void>;
}
