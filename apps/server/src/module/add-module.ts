import { randomUUID } from 'node:crypto';
import { maxModulesPerCourse, moduleRule } from '@cursus/rules/module';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Course, CourseStatus } from '../course/course.entity.ts';
import { lockCourse } from '../course/lock-course.ts';
import { tellStructure } from '../course/structure-event.ts';
import { checked } from '../kernel/input-rules.ts';
import { orderedIds, positionFor } from '../kernel/position.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { Module, modulesInCourse } from './module.entity.ts';
import type { CreateModuleInput } from './module.input.ts';

/** Where students would see a new module at once it is hidden until it is published, by whatever way it is made. */
export const statusOfNewModule = ({ status }: Course): PublicationStatus =>
  status === CourseStatus.DRAFT ? PublicationStatus.PUBLISHED : PublicationStatus.DRAFT;

/** Adds a module at the end, or at the place asked for: hidden, where students would see it at once. Gives its id. */
export async function addModule(em: EntityManager, courseId: string, input: CreateModuleInput): Promise<string> {
  const fields = checked(moduleRule, { ...input, description: input.description ?? '' });
  const course = await lockCourse(em, courseId);
  if ((await orderedIds(em, modulesInCourse, courseId)).length >= maxModulesPerCourse) {
    throw refuse(UserErrorCode.TOO_MANY, null, `A course has at most ${maxModulesPerCourse} modules.`, maxModulesPerCourse);
  }
  const position = await positionFor(em, modulesInCourse, courseId, input.position);
  const module = new Module({ id: randomUUID(), courseId, position, ...fields, status: input.status ?? statusOfNewModule(course) });
  em.persist(module);
  await tellStructure(em, courseId, { moduleIds: [module.id] });
  return module.id;
}
