import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { loaderByArguments } from '../kernel/loaders.ts';

interface EnrolmentsOfDay {
  readonly day: string;
  readonly enrolments: number;
}

export interface EnrolmentDays {
  readonly total: number;
  readonly days: readonly EnrolmentsOfDay[];
}

/** How many enrolled in courses, ever and on each of the last days, those without any included; the oldest day first. */
export const enrolmentDaysOfCourse = loaderByArguments(async (ctx: Context, courseIds, { days }: { days: number }) => {
  const { rows } = await sql<{ courseId: string; total: string; days: EnrolmentsOfDay[] }>`
    select asked.id as "courseId", (select count(*) from enrolment where course_id = asked.id) as total,
      (select json_agg(json_build_object('day', each.day::date, 'enrolments', coalesce(counted.enrolments, 0)) order by each.day)
        from generate_series((now() at time zone 'utc')::date - ${days - 1}::integer, (now() at time zone 'utc')::date, interval '1 day') as each (day)
        left join (
          select (enrolled_at at time zone 'utc')::date as day, count(*) as enrolments from enrolment where course_id = asked.id group by 1
        ) counted on counted.day = each.day::date) as days
    from unnest(cast(${courseIds} as uuid[])) as asked (id)`.execute(ctx.db);
  return new Map<string, EnrolmentDays>(
    rows.map(({ courseId, total, days: ofDays }) => [courseId, { total: Number(total), days: ofDays }]),
  );
});
