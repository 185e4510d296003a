import { randomUUID } from 'node:crypto';
import { maxContentsPerModule } from '@cursus/rules/content';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Course, CourseStatus } from '../course/course.entity.ts';
import { lockCourse } from '../course/lock-course.ts';
import { tellStructure } from '../course/structure-event.ts';
import { contentFiles, referToFiles } from '../file/refer-to-files.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { orderedIds, positionFor } from '../kernel/position.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { Module } from '../module/module.entity.ts';
import { Content, contentsInModule } from './content.entity.ts';
import type { NewItem } from './item-kind.ts';

/** Where students would see a new content at once it is hidden until it is published, so that they never read half of it. */
const statusOfNew = (course: Course, module: Module): PublicationStatus =>
  course.status === CourseStatus.DRAFT || module.status === PublicationStatus.DRAFT ? PublicationStatus.PUBLISHED : PublicationStatus.DRAFT;

interface AddedContent extends NewItem {
  readonly moduleId: string;
  readonly position: number | null | undefined;
  readonly status: PublicationStatus | null | undefined;
  readonly ownerId: string;
}

/** Puts a new item of any kind into a module: with its place, its owner and the files it shows, in one flush. Gives the content's id. */
export async function addContent(em: EntityManager, added: AddedContent): Promise<string> {
  const moduleId = uuidOf('Module', added.moduleId);
  const module = await em.findOneOrFail(Module, moduleId);
  const course = await lockCourse(em, module.courseId);
  if ((await orderedIds(em, contentsInModule, moduleId)).length >= maxContentsPerModule) {
    throw refuse(UserErrorCode.TOO_MANY, ['moduleId'], `A module has at most ${maxContentsPerModule} contents.`, maxContentsPerModule);
  }
  const id = randomUUID();
  const position = await positionFor(em, contentsInModule, moduleId, added.position);
  em.persist(new Content({ id, moduleId, position, status: added.status ?? statusOfNew(course, module) }));
  em.persist(Object.assign(added.item, { id, ownerId: added.ownerId }));
  await em.flush();
  await added.attach?.(id);
  await referToFiles(em, contentFiles, id, added.fileIds);
  await tellStructure(em, module.courseId, { moduleIds: [moduleId], contentIds: [id] });
  return id;
}
