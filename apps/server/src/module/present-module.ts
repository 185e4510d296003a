import type { EntityManager } from '@mikro-orm/postgresql';
import { lockOrder } from '../course/lock-course.ts';
import { notFound } from '../kernel/errors.ts';
import { Module } from './module.entity.ts';

/** A module that is not in the trash, under the lock of its course. */
export async function presentModule(em: EntityManager, id: string): Promise<Module> {
  const { courseId } = await em.findOneOrFail(Module, id);
  await lockOrder(em, courseId);
  const module = await em.findOne(Module, { id, deletedAt: null }, { refresh: true });
  if (module === null) throw notFound();
  return module;
}
