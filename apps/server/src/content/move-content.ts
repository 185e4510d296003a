import { maxContentsPerModule } from '@cursus/rules/content';
import type { EntityManager } from '@mikro-orm/postgresql';
import { lockCourse } from '../course/lock-course.ts';
import { tellStructure } from '../course/structure-event.ts';
import { notFound } from '../kernel/errors.ts';
import { orderedIds, placeAfter } from '../kernel/position.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { Module } from '../module/module.entity.ts';
import { Content, contentsInModule } from './content.entity.ts';

/** Moves a content behind another, in its module or in another one of the same course. Gives the course's id. */
export async function moveContent(em: EntityManager, move: { id: string; moduleId: string; afterId: string | null }): Promise<string> {
  const from = await em.findOneOrFail(Module, (await em.findOneOrFail(Content, move.id)).moduleId);
  await lockCourse(em, from.courseId);
  if ((await em.findOne(Content, { id: move.id, deletedAt: null }, { refresh: true })) === null) throw notFound();
  const to = await em.findOne(Module, { id: move.moduleId, courseId: from.courseId, deletedAt: null });
  if (to === null) throw refuse(UserErrorCode.NOT_FOUND, ['moduleId'], 'The course has no such module.');
  const present = await orderedIds(em, contentsInModule, to.id);
  if (!present.includes(move.id) && present.length >= maxContentsPerModule) {
    throw refuse(UserErrorCode.TOO_MANY, ['moduleId'], `A module has at most ${maxContentsPerModule} contents.`, maxContentsPerModule);
  }
  await placeAfter(em, contentsInModule, to.id, move);
  await tellStructure(em, from.courseId, { moduleIds: [...new Set([from.id, to.id])], contentIds: [move.id] });
  return from.courseId;
}
