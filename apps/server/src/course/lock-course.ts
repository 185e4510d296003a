import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { notFound } from '../kernel/errors.ts';
import { Course } from './course.entity.ts';

/** The one lock under which the order of a course, modules and contents alike, is decided. A course in the trash is not found. */
export async function lockCourse(em: EntityManager, courseId: string): Promise<Course> {
  const course = await em.findOne(Course, { id: courseId, deletedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (course === null) throw notFound();
  return course;
}
