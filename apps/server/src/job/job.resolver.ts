import { Arg, Ctx, Extensions, Field, FieldResolver, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, viewerId } from '../kernel/authorize.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { mutate, payloadType } from '../kernel/mutation.ts';
import { atMost } from '../kernel/operation-cost.ts';
import { System } from '../system/system.ts';
import { FailedJob } from './failed-job.ts';
import { JobQueue } from './job-queue.ts';
import { canRetryJob } from './job.policy.ts';
import { latestFailedJobs, mostFailedJobs, queues, theFailedJob } from './job.queries.ts';
import { retryJob } from './retry-job.ts';

@InputType({ description: 'Which job is tried again.' })
class RetryJobInput {
  @Field(() => ID, { description: 'The failed job.' })
  id!: string;
}

const RetryJobPayload = payloadType('RetryJobPayload', {
  retriedJobId: { type: () => ID, description: 'The job, which is none that has failed any more: it waits for one more attempt.' },
});

@Resolver(() => FailedJob)
export class FailedJobResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the viewer may have it tried again.' })
  viewerCanRetry(@Ctx() { viewer }: Context) {
    return canRetryJob(viewer);
  }

  @Mutation(() => RetryJobPayload, {
    nullable: true,
    description: 'Has a failed job tried once more, within seconds. Asked several times at once it is still tried once.',
  })
  @Access({ scope: 'system:write', on: theFailedJob('input.id'), rule: canRetryJob })
  retryJob(@Arg('input', () => RetryJobInput, { description: 'The job.' }) input: RetryJobInput, @Ctx() ctx: Context) {
    const id = uuidOf('FailedJob', input.id);
    return mutate(
      ctx,
      (em) => retryJob(em, ctx.services, { id, actorId: viewerId(ctx) }),
      () => ({ retriedJobId: input.id }),
    );
  }
}

/** What jobs add to the state of the system. */
@Resolver(() => System)
export class SystemJobsResolver {
  @Extensions(atMost(50))
  @FieldResolver(() => [JobQueue], { description: 'Every kind of job, by its name.' })
  queues(@Ctx() ctx: Context) {
    return queues(ctx);
  }

  @Extensions(atMost(mostFailedJobs))
  @FieldResolver(() => [FailedJob], { description: `Jobs that failed for good, the last first, at most ${mostFailedJobs}.` })
  failedJobs(@Ctx() ctx: Context) {
    return latestFailedJobs(ctx);
  }
}
