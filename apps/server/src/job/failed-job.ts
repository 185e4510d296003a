import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';
import { Node } from '../kernel/node.ts';

/** A job that nobody tries again unless somebody says so. */
@ObjectType({
  implements: Node,
  description: 'A job that failed as often as it is tried. Who may not see how the system is does not see it. It is kept for 14 days.',
})
export class FailedJob extends Node {
  @Field(() => String, { simple: true, description: 'The kind of job: the name of its `JobQueue`.' })
  queue!: string;

  @Field(() => Int, { simple: true, description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => DateTime, { simple: true, description: 'When it was queued.' })
  createdAt!: Date;

  @Field(() => DateTime, { simple: true, description: 'When it failed last.' })
  failedAt!: Date;

  @Field(() => String, {
    simple: true,
    description: 'What the last attempt failed of, 500 characters at most; empty when it said nothing.',
  })
  message!: string;
}
