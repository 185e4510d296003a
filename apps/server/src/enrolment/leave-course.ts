import type { EntityManager } from '@mikro-orm/postgresql';
import { publish } from '../kernel/pubsub.ts';
import { Enrolment } from './enrolment.entity.ts';
import { learning } from './learning-event.ts';

/** Ends an enrolment and tells the student's windows; the progress is kept for when they come back. */
export async function leaveCourse(em: EntityManager, { studentId, courseId }: { studentId: string; courseId: string }): Promise<void> {
  await em.nativeUpdate(Enrolment, { courseId, studentId, leftAt: null }, { leftAt: new Date() });
  await publish(em, learning, { courseId, studentId, contentId: null });
}
