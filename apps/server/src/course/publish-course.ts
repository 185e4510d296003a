import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { lockCourse } from './lock-course.ts';
import { tellStructure } from './structure-event.ts';

/** Puts a course into the catalogue, provided that a student finds something to read in it. */
export async function publishCourse(em: EntityManager, courseId: string): Promise<void> {
  const course = await lockCourse(em, courseId);
  const { rows } = await sql`select from content join module on module.id = content.module_id
    where module.course_id = ${courseId} and module.deleted_at is null and module.status = 'published'
    and content.deleted_at is null and content.status = 'published' limit 1`.execute(em.getKysely<Database>());
  if (rows.length === 0) throw refuse(UserErrorCode.NOTHING_TO_READ, null, 'The course has no published content in a published module.');
  course.publish(new Date());
  await tellStructure(em, courseId);
}
