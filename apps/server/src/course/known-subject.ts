import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { Subject } from '../subject/subject.entity.ts';

/** The uuid of a subject that exists, and goes on to until the commit. */
export async function knownSubject(em: EntityManager, id: string): Promise<string> {
  const subject = await em.findOne(Subject, id, { lockMode: LockMode.PESSIMISTIC_READ });
  if (subject === null) throw refuse(UserErrorCode.NOT_FOUND, ['subjectId'], 'There is no such subject.');
  return subject.id;
}
