import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { CourseStatus } from '../course/course.entity.ts';
import { lockCourse } from '../course/lock-course.ts';
import type { Database } from '../database.ts';
import { publish } from '../kernel/pubsub.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { learning } from './learning-event.ts';

/** What enrolling somebody came to. */
export interface Enrolled {
  readonly id: string;
  /** Then nothing was changed. */
  readonly wasEnrolled: boolean;
}

/** Enrols a student: one row a pair, whatever happens at once; who left before comes back to their progress. */
export async function enrol(em: EntityManager, studentId: string, courseId: string): Promise<Enrolled> {
  const course = await lockCourse(em, courseId);
  const db = em.getKysely<Database>();
  const present = await db
    .selectFrom('enrolment')
    .select('id')
    .where('course_id', '=', courseId)
    .where('student_id', '=', studentId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  if (present !== undefined) return { id: present.id, wasEnrolled: true };
  if (course.status !== CourseStatus.PUBLISHED)
    throw refuse(UserErrorCode.NOT_OPEN, ['courseId'], 'The course takes no enrolment at present.');
  const { rows } = await sql<{
    id: string;
  }>`insert into enrolment (id, course_id, student_id) values (${randomUUID()}, ${courseId}, ${studentId})
    on conflict on constraint enrolment_student_key do update set left_at = null, enrolled_at = now() returning id`.execute(db);
  await publish(em, learning, { courseId, studentId, contentId: null });
  return { id: rows[0]?.id ?? '', wasEnrolled: false };
}
