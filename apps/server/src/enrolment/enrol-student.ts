import type { EntityManager } from '@mikro-orm/postgresql';
import { uuidOf } from '../kernel/global-id.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { User } from '../user/user.entity.ts';
import { enrol, type Enrolled } from './enrol.ts';

/** Enrols somebody else, by the rules that hold for all: a published course, one row a pair. */
export async function enrolStudent(em: EntityManager, input: { courseId: string; studentId: string }): Promise<Enrolled> {
  const studentId = uuidOf('User', input.studentId);
  if ((await em.count(User, { id: studentId, erasedAt: null })) === 0)
    throw refuse(UserErrorCode.NOT_FOUND, ['studentId'], 'There is no such person.');
  return enrol(em, studentId, uuidOf('Course', input.courseId));
}
