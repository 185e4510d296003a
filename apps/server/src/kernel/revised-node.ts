import { Property } from '@mikro-orm/decorators/legacy';
import { Node } from './node.ts';

/** A row whose fields several people may edit: `revise` counts their edits and refuses one that was written on an older state. */
export abstract class RevisedNode extends Node {
  @Property({ type: 'integer' })
  revision: number = 1;

  @Property({ type: 'uuid', nullable: true })
  editedById: string | null = null;

  @Property({ type: 'datetime', nullable: true })
  editedAt: Date | null = null;
}

/** The columns of such a row that has just been made. */
export const neverEdited = { revision: 1, edited_by_id: null, edited_at: null } as const;
