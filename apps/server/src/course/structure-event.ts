import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { noticeOf, publish, type Topic } from '../kernel/pubsub.ts';

const ids = z.array(z.uuid());
const rule = z.object({ courseId: z.uuid(), moduleIds: ids, contentIds: ids, deletedModuleIds: ids, deletedContentIds: ids });

/** What changed in a course: its own fields, its modules and contents, their order. Empty lists leave open what did. */
export type StructureEvent = z.output<typeof rule>;

export const courseStructure: Topic<StructureEvent> = { name: 'courseStructure', rule };

/** The event after which everything of the course is to be read again. */
export const wholeCourse = (courseId: string): StructureEvent => ({
  courseId,
  moduleIds: [],
  contentIds: [],
  deletedModuleIds: [],
  deletedContentIds: [],
});

type Changed = Partial<Omit<StructureEvent, 'courseId'>>;

/** Tells who looks at the course what changed, once that is committed. */
export function tellStructure(em: EntityManager, courseId: string, changed: Changed = {}): Promise<void> {
  return publish(em, courseStructure, { ...wholeCourse(courseId), ...changed });
}

/** The same as a text, for a function of the database that tells it. */
export const structureNotice = (courseId: string, changed: Changed = {}): string =>
  noticeOf(courseStructure, { ...wholeCourse(courseId), ...changed });
