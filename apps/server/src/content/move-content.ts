import { maxContentsPerModule } from '@cursus/rules/content';
import type { EntityManager } from '@mikro-orm/postgresql';
import { tellStructure } from '../course/structure-event.ts';
import { orderedIds, placeAfter } from '../kernel/position.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { Module } from '../module/module.entity.ts';
import { contentsInModule } from './content.entity.ts';
import { presentContent } from './present-content.ts';

/** Moves a content behind another, in its module or in another one of the same course. Gives the course's id. */
export async function moveContent(em: EntityManager, move: { id: string; moduleId: string; afterId: string | null }): Promise<string> {
  const { content, courseId } = await presentContent(em, move.id);
  const to = await em.findOne(Module, { id: move.moduleId, courseId, deletedAt: null });
  if (to === null) throw refuse(UserErrorCode.NOT_FOUND, ['moduleId'], 'The course has no such module.');
  const present = await orderedIds(em, contentsInModule, to.id);
  if (!present.includes(move.id) && present.length >= maxContentsPerModule) {
    throw refuse(UserErrorCode.TOO_MANY, ['moduleId'], `A module has at most ${maxContentsPerModule} contents.`, maxContentsPerModule);
  }
  await placeAfter(em, contentsInModule, to.id, move);
  await tellStructure(em, courseId, { moduleIds: [...new Set([content.moduleId, to.id])], contentIds: [move.id] });
  return courseId;
}
