import { trashDays } from '@cursus/rules/trash';
import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';
import { Node } from '../kernel/node.ts';
import { User } from '../user/user.entity.ts';

/** What everything in the trash says. Its id is not that of what was deleted, which is found by nobody until it is restored. */
@ObjectType()
abstract class Trashed extends Node {
  @Field(() => String, { simple: true, description: 'What it is called.' })
  title!: string;

  @Field(() => DateTime, { simple: true, description: 'When it was deleted.' })
  deletedAt!: Date;

  @Field(() => DateTime, { simple: true, description: `When it goes for good: ${trashDays} days after it was deleted.` })
  expiresAt!: Date;

  @Field(() => User, { simple: true, nullable: true, description: 'Who deleted it; null when their account is no more.' })
  deletedBy?: object | null;
}

@ObjectType({ implements: Node, description: 'A course in the trash, seen by its owner and who may edit any course.' })
export class TrashedCourse extends Trashed {
  @Field(() => String, { simple: true, description: 'The slug that it had; another course may have taken it meanwhile.' })
  slug!: string;

  @Field(() => String, { simple: true, description: 'The language it is taught in: an ISO 639-1 code.' })
  language!: string;
}

@ObjectType({ implements: Node, description: 'A module in the trash, with the contents that were in it, seen by who may edit its course.' })
export class TrashedModule extends Trashed {
  @Field(() => Int, { simple: true, description: 'How many contents come back with it.' })
  contentCount!: number;
}

@ObjectType({ implements: Node, description: 'A content in the trash, seen by who may edit its course.' })
export class TrashedContent extends Trashed {}
