import type { Client } from 'pg';
import { rareWord } from './school.ts';

/** What the workloads ask for, by uuids and words of the filled school. */
export interface Subjects {
  readonly slug: string;
  readonly moduleId: string;
  readonly studentId: string;
  readonly search: string;
  /** For each connection a course of its own with its modules: what reorders one course waits for what reorders it too. */
  readonly reordered: readonly { readonly courseId: string; readonly moduleIds: readonly string[] }[];
}

/** Functions that make PostGraphile's schema reach what ours does; the rest it finds in the tables by itself. */
export const postgraphileFunctions = `
create schema bench;
create function bench.catalogue() returns setof course stable language sql as $$
  select * from course where status = 'published' and deleted_at is null order by coalesce(published_at, created_at) desc, id
$$;
create function bench.course_by_slug(asked text) returns course stable language sql as $$
  select * from course where slug = asked and status = 'published' and deleted_at is null
$$;
create function bench.search_catalogue(asked text) returns setof course stable language sql as $$
  select course.* from course join search_courses(asked) found on found.course_id = course.id
  where status = 'published' and deleted_at is null order by found.relevance desc, course.id
$$;
create function item_as_text(item item) returns public."text" stable language sql as $$ select * from public."text" where id = item.id $$;
create function item_as_file(item item) returns file stable language sql as $$ select * from file where id = item.id $$;
create function item_as_image(item item) returns image stable language sql as $$ select * from image where id = item.id $$;
create function item_as_video(item item) returns video stable language sql as $$ select * from video where id = item.id $$;
`;

/** Gives the teacher a course a connection to reorder and enrols the student in another one. */
export async function placePeople(
  client: Client,
  { teacher, student, connections }: { teacher: string; student: string; connections: number },
): Promise<Subjects> {
  const number = 11;
  await client.query(
    `update course set owner_id = (select id from "user" where username = $1)
      where id in (select md5('course ' || n)::uuid from generate_series(1, $2::int) n)`,
    [teacher, connections],
  );
  await client.query(
    `insert into enrolment (id, course_id, student_id)
      select gen_random_uuid(), md5('course ' || $1::int)::uuid, id from "user" where username = $2`,
    [number, student],
  );
  const { rows: reordered } = await client.query<{ courseId: string; moduleIds: string[] }>(
    `select course_id as "courseId", array_agg(id::text order by position) as "moduleIds" from module
      where course_id in (select md5('course ' || n)::uuid from generate_series(1, $1::int) n) group by course_id order by course_id`,
    [connections],
  );
  const { rows } = await client.query<{ moduleId: string; studentId: string }>(
    `select md5('module ' || $1::int || ' 1')::uuid as "moduleId", id as "studentId" from "user" where username = $2`,
    [number, student],
  );
  const { moduleId = '', studentId = '' } = rows[0] ?? {};
  return { slug: `course-${number}`, moduleId, studentId, search: rareWord.toLowerCase(), reordered };
}
