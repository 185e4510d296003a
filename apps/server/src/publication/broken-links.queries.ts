import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { LinkTarget } from './link-target.ts';

const keysTo = (targets: readonly LinkTarget[], to: Exclude<LinkTarget['to'], 'nothing'>): string[] =>
  targets.flatMap((target) => (target.to === to ? [target.key] : []));

const nameOf = (target: LinkTarget): string => (target.to === 'nothing' ? 'nothing' : `${target.to} ${target.key}`);

/** Of what links of a course lead to, whether a student of the course finds it: one statement for all. */
export async function foundByStudents(
  ctx: Context,
  courseId: string,
  targets: readonly LinkTarget[],
): Promise<(target: LinkTarget) => boolean> {
  if (targets.length === 0) return () => true;
  const uuids = (to: 'module' | 'content' | 'file') => sql`cast(${keysTo(targets, to)} as uuid[])`;
  const { rows } = await sql<{ found: string }>`
    select concat('course ', course.slug) as found from course
      where course.slug = any(${keysTo(targets, 'course')}) and course.deleted_at is null and (course.status = 'published' or course.id = ${courseId})
    union select concat('course ', former.slug) from former_course_slug former join course on course.id = former.course_id
      where former.slug = any(${keysTo(targets, 'course')}) and course.deleted_at is null and (course.status = 'published' or course.id = ${courseId})
    union select concat('subject ', slug) from subject where slug = any(${keysTo(targets, 'subject')})
    union select concat('module ', module.id) from module
      where module.id = any(${uuids('module')}) and module.deleted_at is null and module.status = 'published'
    union select concat('content ', content.id) from content join module on module.id = content.module_id
      where content.id = any(${uuids('content')}) and content.deleted_at is null and content.status = 'published'
      and module.deleted_at is null and module.status = 'published'
    union select concat('file ', shown.file_id) from content_file shown
      join content on content.id = shown.content_id join module on module.id = content.module_id
      where shown.file_id = any(${uuids('file')}) and module.course_id = ${courseId} and content.deleted_at is null and content.status = 'published'
      and module.deleted_at is null and module.status = 'published'
    union select concat('file ', image_id) from course where id = ${courseId} and image_id = any(${uuids('file')})`.execute(ctx.db);
  const found = new Set(rows.map((row) => row.found));
  return (target) => found.has(nameOf(target));
}
