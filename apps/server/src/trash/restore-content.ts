import { maxContentsPerModule } from '@cursus/rules/content';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Content, contentsInModule } from '../content/content.entity.ts';
import { lockOrder } from '../course/lock-course.ts';
import { tellStructure } from '../course/structure-event.ts';
import { notFound } from '../kernel/errors.ts';
import { orderedIds, positionFor } from '../kernel/position.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { Module } from '../module/module.entity.ts';

/**
 * Takes a content out of the trash: into its module, in its old place or in front of what has taken that, or behind all others of another
 * module of the course. Gives its course's id.
 */
export async function restoreContent(em: EntityManager, { id, moduleId }: { id: string; moduleId: string | null }): Promise<string> {
  const { courseId } = await em.findOneOrFail(Module, (await em.findOneOrFail(Content, id)).moduleId);
  await lockOrder(em, courseId);
  const content = await em.findOne(Content, { id, deletedAt: { $ne: null } }, { refresh: true });
  if (content === null) throw notFound();
  const module = await em.findOne(Module, { id: moduleId ?? content.moduleId, courseId, deletedAt: null });
  if (module === null) throw refuse(UserErrorCode.NOT_FOUND, ['moduleId'], 'The course has no such module at present: name another.');
  if ((await orderedIds(em, contentsInModule, module.id)).length >= maxContentsPerModule) {
    throw refuse(UserErrorCode.TOO_MANY, ['moduleId'], `A module has at most ${maxContentsPerModule} contents.`, maxContentsPerModule);
  }
  const oldPlace = module.id === content.moduleId ? content.position : null;
  content.restore({ moduleId: module.id, position: await positionFor(em, contentsInModule, module.id, oldPlace) });
  await tellStructure(em, courseId, { moduleIds: [module.id], contentIds: [id] });
  return courseId;
}
