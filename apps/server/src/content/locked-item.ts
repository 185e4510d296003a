import { ObjectType } from 'type-graphql';
import { Item } from './item.entity.ts';
import type { ItemRow } from './item.queries.ts';

/** The kind that stands for any other while it is locked. */
export const lockedKind = 'lockedItem';

/** What a student is shown of an item that they may not read yet: of whatever kind it is, no field of the kind is there to be asked for. */
@ObjectType({
  implements: Item,
  description: 'Stands for an item of any kind that the viewer may not read yet: `Content.viewerLock` says why, and until when.',
})
export class LockedItem extends Item {}

export const asLocked = (item: ItemRow): ItemRow => ({ ...item, kind: lockedKind });
