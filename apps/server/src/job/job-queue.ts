import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';

/** One kind of work that is done after the answer, or on a schedule. */
@ObjectType({ description: 'The jobs of one kind, of all processes. Jobs that are done or have failed are kept for 14 days.' })
export class JobQueue {
  @Field(() => String, { simple: true, description: 'The kind of job, for example `send-mail`.' })
  name!: string;

  @Field(() => Int, { simple: true, description: 'Jobs that wait for their first attempt.' })
  waiting!: number;

  @Field(() => Int, { simple: true, description: 'Jobs whose time has not come.' })
  planned!: number;

  @Field(() => Int, { simple: true, description: 'Jobs that are being done.' })
  active!: number;

  @Field(() => Int, { simple: true, description: 'Jobs that failed and wait for another attempt.' })
  retrying!: number;

  @Field(() => Int, { simple: true, description: 'Jobs that failed and are not tried again by themselves.' })
  failed!: number;

  @Field(() => Int, { simple: true, description: 'Jobs that are done.' })
  done!: number;

  @Field(() => Int, { simple: true, description: 'Jobs that needed more than one attempt, whatever became of them.' })
  retried!: number;

  @Field(() => DateTime, { simple: true, nullable: true, description: 'Since when the oldest one that is due waits; null when none does.' })
  oldestWaitingAt!: Date | null;

  @Field(() => DateTime, { simple: true, nullable: true, description: 'When one was done last; null when none is kept.' })
  lastDoneAt!: Date | null;
}
