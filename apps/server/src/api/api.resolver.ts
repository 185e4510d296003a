import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, anyone } from '../kernel/authorize.ts';
import { ErrorCode } from '../kernel/errors.ts';

@ObjectType({
  description:
    "What a minute holds for the viewer's account, or for the address of who is not signed in. It fills again at an even pace. Answers say the same in `RateLimit-…` headers.",
})
class RateLimit {
  @Field(() => Int, { simple: true, description: 'Cost units a minute.' })
  limit!: number;

  @Field(() => Int, {
    simple: true,
    description: 'What this operation costs: the request 1, and each object 1, times the sizes of the pages around it.',
  })
  cost!: number;

  @Field(() => Int, { simple: true, description: 'What is left, this operation paid.' })
  remaining!: number;

  @Field(() => Int, { simple: true, description: 'Seconds until all of it is there again.' })
  resetSeconds!: number;
}

/** What the API tells of itself. */
@Resolver()
export class ApiResolver {
  @Query(() => [ErrorCode], {
    description: 'Every code that a top-level error can carry: in the schema, so that clients can generate them.',
  })
  @Access({ scope: 'catalog:read', rule: anyone })
  errorCodes(): ErrorCode[] {
    return Object.values(ErrorCode);
  }

  @Query(() => RateLimit, { nullable: true, description: 'What is left of the minute. Null where nothing is counted.' })
  @Access({ scope: 'catalog:read', rule: anyone })
  rateLimit(@Ctx() { charge }: Context): RateLimit | null {
    if (charge === undefined) return null;
    const { limit, remaining, resetSeconds } = charge.balance;
    return { limit, remaining, resetSeconds, cost: charge.cost ?? 0 };
  }
}
