import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type QueryExecutorProvider, sql } from 'kysely';
import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { viewerId, type ViewerScope } from './authorize.ts';
import { ApiError, badUserInput, ErrorCode } from './errors.ts';
import { defineJob } from './jobs.ts';

const keptHours = 24;
const keyMaxLength = 200;

/** What every create mutation takes, but the one whose answer holds a secret: that is shown once. */
@InputType()
export abstract class RepeatableInput {
  @Field(() => String, {
    nullable: true,
    description:
      `Of the client's choice, 1 to ${keyMaxLength} characters. Sent again by the same viewer within ${keptHours} hours, the same input creates nothing more and ` +
      'answers what the first one created; another input is CONFLICT. A mutation that was refused does not use its key up.',
  })
  idempotencyKey?: string | null;
}

/** The input's fields come in the schema's order, whatever order they were sent in. */
const hashOf = ({ idempotencyKey: _key, ...fields }: RepeatableInput): string =>
  createHash('sha256').update(JSON.stringify(fields)).digest('base64url');

type Act<Done> = (em: EntityManager) => Promise<Done>;

async function runOnce<Done>(em: EntityManager, place: readonly string[], inputHash: string, act: Act<Done>): Promise<Done> {
  const claimed = await em.execute<object[]>(
    `insert into idempotency_key as known (user_id, operation, key, input_hash) values (?, ?, ?, ?)
     on conflict (user_id, operation, key) do update set input_hash = excluded.input_hash, result = null, created_at = now()
     where known.created_at < now() - interval '${keptHours} hours' returning key`,
    [...place, inputHash],
  );
  if (claimed.length > 0) {
    const done = await act(em);
    await em.execute('update idempotency_key set result = ?::jsonb where (user_id, operation, key) = (?, ?, ?)', [
      JSON.stringify(done),
      ...place,
    ]);
    return done;
  }
  const [known] = await em.execute<{ inputHash: string; result: Done }[]>(
    'select input_hash as "inputHash", result from idempotency_key where (user_id, operation, key) = (?, ?, ?)',
    [...place],
  );
  if (known?.inputHash !== inputHash) throw new ApiError(ErrorCode.CONFLICT, 'This idempotency key was used with another input.');
  return known.result;
}

/**
 * Makes of what a mutation does something that is done once for each viewer, operation and key: of two at once the second waits for the
 * first, and gets its result. An operation is known by the type of its input, which no other has.
 */
export function once<Done extends string>(scope: ViewerScope, input: RepeatableInput, act: Act<Done>): Act<Done> {
  const { idempotencyKey: key } = input;
  if (key === undefined || key === null) return act;
  if (key === '' || key.length > keyMaxLength) throw badUserInput(`An idempotency key has 1 to ${keyMaxLength} characters.`);
  return (em) => runOnce(em, [viewerId(scope), input.constructor.name, key], hashOf(input), act);
}

export async function forgetOldKeys(db: QueryExecutorProvider): Promise<void> {
  await sql`delete from idempotency_key where created_at < now() - make_interval(hours => ${keptHours})`.execute(db);
}

/** Every hour. */
export const forgetKeysJob = defineJob({
  name: 'forget-idempotency-keys',
  schedule: '7 * * * *',
  rule: z.object({}),
  run: ({ db }: { db: QueryExecutorProvider }) => forgetOldKeys(db),
});
