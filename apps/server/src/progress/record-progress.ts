import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** Ticks a content off. Twice is once. */
export async function complete(em: EntityManager, studentId: string, contentId: string): Promise<void> {
  const db = em.getKysely<Database>();
  await sql`insert into completion (student_id, content_id) values (${studentId}, ${contentId}) on conflict do nothing`.execute(db);
}

export async function uncomplete(em: EntityManager, studentId: string, contentId: string): Promise<void> {
  const db = em.getKysely<Database>();
  await db.deleteFrom('completion').where('student_id', '=', studentId).where('content_id', '=', contentId).execute();
}

/** Remembers the content as the place where the student left off. */
export async function visit(em: EntityManager, studentId: string, contentId: string): Promise<void> {
  const db = em.getKysely<Database>();
  await sql`update enrolment set last_content_id = ${contentId}, last_visited_at = now()
    from content join module on module.id = content.module_id
    where content.id = ${contentId} and enrolment.course_id = module.course_id and enrolment.student_id = ${studentId}
    and enrolment.left_at is null and (enrolment.last_content_id is distinct from ${contentId} or enrolment.last_visited_at < now() - interval '10 minutes')`.execute(
    db,
  );
}
