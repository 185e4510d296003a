import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Db } from '../database.ts';
import { WriteBehind } from '../kernel/write-behind.ts';

/** Tokens in use: written behind, so that no request waits, and at most once a minute for each, whatever the number of processes. */
export type TokenUse = WriteBehind<{ hash: string; at: Date }>;

export const rememberTokenUse = (db: Db, logger: Logger): TokenUse =>
  new WriteBehind(logger, (used) =>
    sql`update token set last_used_at = used.at
      from unnest(cast(${used.map(({ hash }) => hash)} as text[]), cast(${used.map(({ at }) => at)} as timestamptz[])) as used (hash, at)
      where token.secret_hash = used.hash and (last_used_at is null or last_used_at <= used.at - interval '1 minute')`.execute(db),
  );
