import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { notFound } from '../kernel/errors.ts';
import { Course } from './course.entity.ts';

/**
 * The one lock under which the order of a course, modules and contents alike, is decided; for what changes nothing of the course
 * itself, so nothing of it is read. A course in the trash is not found.
 */
export async function lockOrder(em: EntityManager, courseId: string): Promise<void> {
  const { rows } = await sql`select from course where id = ${courseId} and deleted_at is null for update`.execute(em.getKysely());
  if (rows.length === 0) throw notFound();
}

/** The same lock, and the course. */
export async function lockCourse(em: EntityManager, courseId: string): Promise<Course> {
  const course = await em.findOne(Course, { id: courseId, deletedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (course === null) throw notFound();
  return course;
}
