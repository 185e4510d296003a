import { randomUUID } from 'node:crypto';
import { maxModulesPerCourse, savedModulesRule } from '@cursus/rules/module';
import type { EntityManager } from '@mikro-orm/postgresql';
import { lockCourse } from '../course/lock-course.ts';
import { tellStructure } from '../course/structure-event.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { checked } from '../kernel/input-rules.ts';
import { positionFor } from '../kernel/position.ts';
import { Refusal, refuse, UserErrorCode } from '../kernel/user-error.ts';
import { revise } from '../revision/revise.ts';
import { statusOfNewModule } from './add-module.ts';
import { Module, modulesInCourse } from './module.entity.ts';
import type { SaveModulesInput } from './module.input.ts';

/** Above this, who follows the course is told to read it anew: an event has room for some 200 ids. */
const mostToldIds = 100;

const gone = (path: string[]) => ({ code: UserErrorCode.NOT_FOUND, path, message: 'The course has no such module at present.' });

/** Renames, describes, adds and deletes modules of a course as a whole: when one of them cannot be, none is. Each wrong field is told. */
export async function saveModules(em: EntityManager, viewerId: string, courseId: string, input: SaveModulesInput): Promise<void> {
  const { modules } = checked(savedModulesRule, input);
  const course = await lockCourse(em, courseId);
  const known = new Map((await em.find(Module, { courseId })).map((module) => [module.id, module]));
  const present = new Map([...known].filter(([, { deletedAt }]) => deletedAt === null));
  const ids = input.modules.map(({ id }) => (id ? uuidOf('Module', id) : null));
  const deletedIds = (input.deletedIds ?? []).map((id) => uuidOf('Module', id));
  const missing = [
    ...ids.flatMap((id, at) => (id !== null && (!present.has(id) || deletedIds.includes(id)) ? [gone(['modules', String(at), 'id'])] : [])),
    // What somebody else has deleted meanwhile is as this input wants it.
    ...deletedIds.flatMap((id, at) => (known.has(id) ? [] : [gone(['deletedIds', String(at)])])),
  ];
  if (missing.length > 0) throw new Refusal(missing);

  const deleted = [...new Set(deletedIds)].flatMap((id) => present.get(id) ?? []);
  const added = modules.flatMap((fields, at) => (ids[at] === null ? [fields] : []));
  if (present.size - deleted.length + added.length > maxModulesPerCourse) {
    throw refuse(UserErrorCode.TOO_MANY, null, `A course has at most ${maxModulesPerCourse} modules.`, maxModulesPerCourse);
  }
  const changed = modules.flatMap((fields, at) => {
    const module = present.get(ids[at] ?? '');
    if (module === undefined) return [];
    const expectedRevision = input.modules[at]?.expectedRevision ?? null;
    revise(module, 'Module', { expectedRevision, by: viewerId, path: ['modules', String(at), 'title'] });
    return [Object.assign(module, fields)];
  });
  const now = new Date();
  for (const module of deleted) module.moveToTrash(now, viewerId);
  const next = await positionFor(em, modulesInCourse, courseId);
  const status = statusOfNewModule(course);
  const created = added.map((fields, at) => new Module({ id: randomUUID(), courseId, position: next + at, status, ...fields }));
  em.persist(created);
  const told = { moduleIds: [...changed, ...created].map(({ id }) => id), deletedModuleIds: deleted.map(({ id }) => id) };
  await tellStructure(em, courseId, told.moduleIds.length + told.deletedModuleIds.length > mostToldIds ? {} : told);
}
