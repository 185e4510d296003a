import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { FixtureKind } from '../kernel/fixture-kind.ts';
import { loaderByArguments } from '../kernel/loaders.ts';

interface ViewsOfDay {
  readonly day: string;
  readonly views: number;
}

export interface ViewsOfCourse {
  readonly total: number;
  readonly days: readonly ViewsOfDay[];
}

/** The views of courses, ever and on each of the last days, those without any included; the oldest day first. */
export const viewsOfCourse = loaderByArguments(async (ctx: Context, courseIds, { days }: { days: number }) => {
  const { rows } = await sql<{ courseId: string; total: string; days: ViewsOfDay[] }>`
    select asked.id as "courseId",
      (select coalesce(sum(views), 0) from course_view where course_id = asked.id) as total,
      (select json_agg(json_build_object('day', each.day::date, 'views', coalesce(course_view.views, 0)) order by each.day)
        from generate_series((now() at time zone 'utc')::date - ${days - 1}::integer, (now() at time zone 'utc')::date, interval '1 day') as each (day)
        left join course_view on course_view.course_id = asked.id and course_view.day = each.day::date) as days
    from unnest(cast(${courseIds} as uuid[])) as asked (id)`.execute(ctx.db);
  return new Map<string, ViewsOfCourse>(
    rows.map(({ courseId, total, days: ofDays }) => [courseId, { total: Number(total), days: ofDays }]),
  );
});

export const courseViewFixtures: FixtureKind = { name: 'courseViews', table: 'course_view' };
