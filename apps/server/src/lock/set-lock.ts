import type { EntityManager } from '@mikro-orm/postgresql';
import type { Content } from '../content/content.entity.ts';
import { refuseOnConstraint } from '../kernel/constraint.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { Module } from '../module/module.entity.ts';
import type { LockInput } from './lock.input.ts';

refuseOnConstraint(
  'lock_circle',
  UserErrorCode.LOCK_CIRCLE,
  null,
  'That module waits for this one, or holds it: it could never be opened.',
);
refuseOnConstraint('lock_in_course', UserErrorCode.NOT_FOUND, ['afterModuleId'], 'The course has no such module.');

/** Locks a module or content until both conditions hold. The caller holds the lock of the course; the database refuses circles. */
export async function setLock(
  em: EntityManager,
  locked: Module | Content,
  { courseId, lock }: { courseId: string; lock: LockInput },
): Promise<void> {
  locked.availableFrom = lock.availableFrom ?? null;
  locked.afterModuleId = lock.afterModuleId ? uuidOf('Module', lock.afterModuleId) : null;
  if (locked.afterModuleId === null) return;
  const awaited = await em.findOne(Module, { id: locked.afterModuleId, courseId, deletedAt: null });
  if (awaited === null) throw refuse(UserErrorCode.NOT_FOUND, ['afterModuleId'], 'The course has no such module.');
}
