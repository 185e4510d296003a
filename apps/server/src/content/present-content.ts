import type { EntityManager } from '@mikro-orm/postgresql';
import { lockOrder } from '../course/lock-course.ts';
import { notFound } from '../kernel/errors.ts';
import { Module } from '../module/module.entity.ts';
import { Content } from './content.entity.ts';

/** A content that is not in the trash, and its module neither, under the lock of its course. */
export async function presentContent(em: EntityManager, id: string): Promise<{ content: Content; module: Module; courseId: string }> {
  const { courseId } = await em.findOneOrFail(Module, (await em.findOneOrFail(Content, id)).moduleId);
  await lockOrder(em, courseId);
  const content = await em.findOne(Content, { id, deletedAt: null }, { refresh: true });
  const module = content && (await em.findOne(Module, { id: content.moduleId, deletedAt: null }, { refresh: true }));
  if (content === null || module === null) throw notFound();
  return { content, module, courseId };
}
