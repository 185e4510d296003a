import { maxModulesPerCourse } from '@cursus/rules/module';
import type { EntityManager } from '@mikro-orm/postgresql';
import { lockOrder } from '../course/lock-course.ts';
import { tellStructure } from '../course/structure-event.ts';
import { notFound } from '../kernel/errors.ts';
import { orderedIds, positionFor } from '../kernel/position.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { Module, modulesInCourse } from '../module/module.entity.ts';

/** Takes a module out of the trash, with the contents that were in it: in its old place, or in front of what has taken that. Gives its course's id. */
export async function restoreModule(em: EntityManager, id: string): Promise<string> {
  const { courseId } = await em.findOneOrFail(Module, id);
  await lockOrder(em, courseId);
  const module = await em.findOne(Module, { id, deletedAt: { $ne: null } }, { refresh: true });
  if (module === null) throw notFound();
  if ((await orderedIds(em, modulesInCourse, courseId)).length >= maxModulesPerCourse) {
    throw refuse(UserErrorCode.TOO_MANY, null, `A course has at most ${maxModulesPerCourse} modules.`, maxModulesPerCourse);
  }
  module.restore(await positionFor(em, modulesInCourse, courseId, module.position));
  await tellStructure(em, courseId, { moduleIds: [id] });
  return courseId;
}
