import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Course } from '../course/course.entity.ts';
import { freeSlug } from '../course/free-slug.ts';
import { tellStructure } from '../course/structure-event.ts';
import { notFound } from '../kernel/errors.ts';

/** Takes a course out of the trash as it was: its status, students and progress included. A slug that is taken gets the next free number. */
export async function restoreCourse(em: EntityManager, id: string): Promise<void> {
  const course = await em.findOne(Course, { id, deletedAt: { $ne: null } }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (course === null) throw notFound();
  course.restore(await freeSlug(em, course.slug));
  await tellStructure(em, id);
}
