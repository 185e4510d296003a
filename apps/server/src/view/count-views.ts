import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import type { Db } from '../database.ts';
import { networkOf } from '../kernel/rate-limit.ts';
import { WriteBehind } from '../kernel/write-behind.ts';

interface View {
  readonly courseId: string;
  readonly day: string;
  readonly viewer: string;
}

/** Views that are not counted yet: written behind, so that looking at a course never waits for a write. */
export type CourseViews = WriteBehind<View>;

/** One statement for all: who was counted on that day already adds nothing, in whatever process. A course that is gone is passed over. */
export const countCourseViews = (db: Db, logger: Logger): CourseViews =>
  new WriteBehind(logger, (views) =>
    sql`with forgotten as (delete from course_viewer where day < (now() at time zone 'utc')::date - 1),
      added as (
        insert into course_viewer (course_id, day, viewer)
        select seen.course_id, seen.day, seen.viewer
        from unnest(
          cast(${views.map(({ courseId }) => courseId)} as uuid[]), cast(${views.map(({ day }) => day)} as date[]),
          cast(${views.map(({ viewer }) => viewer)} as text[])
        ) as seen (course_id, day, viewer)
        join course on course.id = seen.course_id
        order by seen.day, seen.course_id, seen.viewer
        on conflict do nothing returning course_id, day
      )
      insert into course_view (course_id, day, views)
      select course_id, day, count(*) from added group by course_id, day order by course_id, day
      on conflict (course_id, day) do update set views = course_view.views + excluded.views`.execute(db),
  );

/** One viewer of a course today: a person, or an address that nobody is signed in at. */
export function recordView({ services, viewer, request }: Context, courseId: string): void {
  const day = new Date().toISOString().slice(0, 10);
  const who = viewer === null ? `address ${networkOf(request.address)}` : `person ${viewer.userId}`;
  const hash = createHmac('sha256', services.env.AUTH_SECRET).update(`${day} ${who}`).digest('base64url');
  services.courseViews.add(`${day} ${courseId} ${hash}`, { courseId, day, viewer: hash });
}
