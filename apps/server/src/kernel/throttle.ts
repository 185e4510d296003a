import { type Kysely, sql } from 'kysely';
import type { MikroORM } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { RateLimitError } from './errors.ts';
import { defineJob } from './jobs.ts';
import { hashOfSecret } from './secret-token.ts';

/** So many at once, and then one each time that so many seconds have passed. */
export interface Allowance {
  readonly atOnce: number;
  readonly secondsEach: number;
}

/** Something that is allowed so often: the attempts on one account, say. */
export interface Counted {
  readonly key: string;
  readonly allowance: Allowance;
}

/** Logins and addresses are not kept to be read. */
const hashOf = ({ key }: Counted): string => hashOfSecret(key);

async function take<DB>(db: Kysely<DB>, counted: Counted): Promise<number> {
  const { atOnce, secondsEach } = counted.allowance;
  const key = hashOf(counted);
  const { rows } = await sql<{ wait: number }>`
    with taken as (
      insert into throttle as spent (key, full_at) values (${key}, clock_timestamp() + make_interval(secs => ${secondsEach}))
      on conflict (key) do update set full_at = greatest(spent.full_at, clock_timestamp()) + make_interval(secs => ${secondsEach})
      where spent.full_at <= clock_timestamp() + make_interval(secs => ${(atOnce - 1) * secondsEach})
      returning 0 as wait
    )
    select wait from taken union all
    select ceil(extract(epoch from full_at - clock_timestamp()) - ${(atOnce - 1) * secondsEach})::int as wait
    from throttle where key = ${key} and not exists (select from taken)`.execute(db);
  return Math.max(0, rows[0]?.wait ?? 0);
}

/** Gives back what turned out not to count: a password that was right. */
export async function giveBack<DB>(db: Kysely<DB>, all: readonly Counted[]): Promise<void> {
  for (const counted of all) {
    await sql`update throttle set full_at = full_at - make_interval(secs => ${counted.allowance.secondsEach})
      where key = ${hashOf(counted)}`.execute(db);
  }
}

/**
 * Takes one from each allowance, in every process together; when one is spent, all is given back and the caller told when to come again.
 * It is for what is slow or sends something: its own statement, outside the transaction that may be undone.
 */
export async function takeTurn<DB>(db: Kysely<DB>, all: readonly Counted[]): Promise<void> {
  for (const [at, counted] of all.entries()) {
    const wait = await take(db, counted);
    if (wait === 0) continue;
    await giveBack(db, all.slice(0, at));
    throw new RateLimitError(wait);
  }
}

/** What is whole again says nothing any more. */
export const forgetThrottlesJob = defineJob({
  name: 'forget-throttles',
  schedule: '37 * * * *',
  rule: z.object({}),
  run: ({ orm }: { orm: MikroORM }) => sql`delete from throttle where full_at < now()`.execute(orm.em.fork().getKysely()),
});
