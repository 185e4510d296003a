import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, InterfaceType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';
import { Node } from '../kernel/node.ts';
import { RevisedNode } from '../kernel/revised-node.ts';
import { User } from '../user/user.entity.ts';

/** A kind's GraphQL type is its name with a capital: `text` is Text. */
export const typeNameOfKind = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1);

export const typeOfItem = ({ kind }: { kind: string }): string => typeNameOfKind(kind);

/** What stands in a content's place. Each kind extends it in a file and a table of its own. */
@InterfaceType({
  implements: Node,
  description: 'What stands in the place of a content. Its id is not that of the content.',
  resolveType: typeOfItem,
})
@Entity({ inheritance: 'tpt' })
export abstract class Item extends RevisedNode {
  @PrimaryKey({ type: 'uuid' })
  declare id: string;

  @Property({ type: 'text' })
  kind!: string;

  @ManyToOne(() => User, { mapToPk: true })
  ownerId!: string;

  @Field(() => String, { simple: true, description: '1 to 200 characters.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => DateTime, { simple: true, description: 'When it was created.' })
  @Property({ type: 'datetime' })
  createdAt: Date = new Date();

  @Field(() => DateTime, { simple: true, description: 'When it last changed.' })
  @Property({ type: 'datetime', onUpdate: () => new Date() })
  updatedAt: Date = new Date();
}
