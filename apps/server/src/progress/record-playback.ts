import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import type { Db } from '../database.ts';
import { viewerId } from '../kernel/authorize.ts';
import { WriteBehind } from '../kernel/write-behind.ts';

interface Place {
  readonly studentId: string;
  readonly contentId: string;
  readonly seconds: number;
  readonly at: Date;
}

/** Where students are in films: told every few seconds while one plays, and so written behind. */
export type Playbacks = WriteBehind<Place>;

/** One statement for all; a place that was told earlier never overwrites a later one, in whatever process. Who or what is gone is passed over. */
export const keepPlaybacks = (db: Db, logger: Logger): Playbacks =>
  new WriteBehind(logger, (places) =>
    sql`insert into playback (student_id, content_id, seconds, played_at)
      select told.student_id, told.content_id, told.seconds, told.at
      from unnest(
        cast(${places.map(({ studentId }) => studentId)} as uuid[]), cast(${places.map(({ contentId }) => contentId)} as uuid[]),
        cast(${places.map(({ seconds }) => seconds)} as real[]), cast(${places.map(({ at }) => at)} as timestamptz[])
      ) as told (student_id, content_id, seconds, at)
      join "user" on "user".id = told.student_id join content on content.id = told.content_id
      order by told.student_id, told.content_id
      on conflict (student_id, content_id) do update set seconds = excluded.seconds, played_at = excluded.played_at
      where playback.played_at < excluded.played_at`.execute(db),
  );

const keyOf = (studentId: string, contentId: string): string => `${studentId} ${contentId}`;

export function recordPlayback(ctx: Context, contentId: string, seconds: number): void {
  const studentId = viewerId(ctx);
  ctx.services.playbacks.add(keyOf(studentId, contentId), { studentId, contentId, seconds, at: new Date() });
}

/** A place that was told a moment ago and is not written yet. */
export const waitingPlayback = ({ services, viewer }: Context, contentId: string): number | undefined =>
  viewer === null ? undefined : services.playbacks.waiting(keyOf(viewer.userId, contentId))?.seconds;
