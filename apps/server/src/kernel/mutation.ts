import type { EntityManager } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import { type ClassType, Field, ObjectType } from 'type-graphql';
import { actAs } from './actor.ts';
import type { ViewerScope } from './authorize.ts';
import { lostARace, refusalOf } from './constraint.ts';
import { forbidden } from './errors.ts';
import type { LoaderScope } from './loaders.ts';
import { Refusal, UserError } from './user-error.ts';

const maxAttempts = 5;

export interface MutationScope extends LoaderScope, ViewerScope {
  /** Of the process: each mutation forks its own. */
  readonly em: EntityManager;
}

const actorOf = ({ viewer }: ViewerScope): string => viewer?.userId ?? '';

/** One transaction with an EntityManager of its own, in the viewer's name. */
function inTransaction<Result>(scope: MutationScope, act: (em: EntityManager) => Promise<Result>): Promise<Result> {
  return scope.em.fork().transactional(async (em) => {
    await actAs(em, scope.viewer?.userId ?? null);
    return act(em);
  });
}

/** Runs it again when it lost a race, a bounded number of times. */
async function persist<Result>(scope: MutationScope, attempt: () => Promise<Result>): Promise<Result> {
  for (let left = maxAttempts; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left > 1 && lostARace(error)) continue;
      throw refusalOf(error) ?? error;
    } finally {
      scope.loaders.clear();
    }
  }
}

/** The changed objects, null when refused; the refusals, empty when changed. */
export type Payload<Fields extends object> = Partial<Fields> & { userErrors: readonly UserError[] };

async function answered<Done, Fields extends object>(
  scope: MutationScope,
  attempt: () => Promise<Done>,
  answer: (done: Done) => Promise<Fields> | Fields,
): Promise<Payload<Fields>> {
  if (scope.viewer?.isAsStudent === true) throw forbidden();
  try {
    const done = await persist(scope, attempt);
    return { ...(await answer(done)), userErrors: [] };
  } catch (error) {
    if (error instanceof Refusal) return { userErrors: error.userErrors } as Payload<Fields>;
    throw error;
  }
}

/**
 * How every mutation ends: `act` in a transaction, then `answer` reads what changed by the row loaders that queries use.
 * A thrown Refusal becomes the payload's `userErrors`, and nothing was changed.
 */
export const mutate = <Done, Fields extends object>(
  scope: MutationScope,
  act: (em: EntityManager) => Promise<Done>,
  answer: (done: Done) => Promise<Fields> | Fields,
): Promise<Payload<Fields>> => answered(scope, () => inTransaction(scope, act), answer);

/** Who changes something, and where: a function of the database that is a mutation as a whole is told the actor. */
export interface Actor {
  readonly db: Kysely<never>;
  readonly actor: string;
}

/** The same for what one statement does as a whole, which is a transaction of its own: no round trips to begin, to name the actor and to commit. */
export const mutateAtOnce = <Fields extends object>(
  scope: MutationScope,
  act: (actor: Actor) => Promise<void>,
  answer: () => Promise<Fields> | Fields,
): Promise<Payload<Fields>> => answered(scope, () => act({ db: scope.em.getKysely<never>(), actor: actorOf(scope) }), answer);

interface PayloadField {
  readonly type: () => ClassType | object;
  readonly description: string;
}

/** Declares a mutation's payload: what it changed, null when refused, and why it was refused. */
export function payloadType(name: string, fields: Readonly<Record<string, PayloadField>>): ClassType {
  @ObjectType(name, { description: 'What the mutation changed, or why it changed nothing.' })
  class MutationPayload {
    @Field(() => [UserError], { simple: true, description: 'What a person can mend; empty when the mutation succeeded.' })
    userErrors!: UserError[];
  }
  for (const [field, { type, description }] of Object.entries(fields)) {
    Field(type as () => ClassType, { simple: true, nullable: true, description })(MutationPayload.prototype, field);
  }
  return MutationPayload;
}
