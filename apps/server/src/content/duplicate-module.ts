import { randomUUID } from 'node:crypto';
import { maxModulesPerCourse } from '@cursus/rules/module';
import type { EntityManager } from '@mikro-orm/postgresql';
import { copyTitle } from '../course/copy-title.ts';
import { Course } from '../course/course.entity.ts';
import { tellStructure } from '../course/structure-event.ts';
import { copyRows } from '../kernel/copy-rows.ts';
import { orderedIds, placeAfter, positionFor } from '../kernel/position.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';
import { neverEdited } from '../kernel/revised-node.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { Module, modulesInCourse } from '../module/module.entity.ts';
import { presentModule } from '../module/present-module.ts';
import { contentsInModule } from './content.entity.ts';
import { copyContents } from './copy-contents.ts';

/** Puts a copy of a module, with its contents, right behind it: a draft, whose items are the viewer's. Gives the copy's id. */
export async function duplicateModule(em: EntityManager, viewerId: string, from: string): Promise<string> {
  const { courseId, title } = await presentModule(em, from);
  const siblings = await em.find(Module, { courseId, deletedAt: null }, { fields: ['title'] });
  if (siblings.length >= maxModulesPerCourse) {
    throw refuse(UserErrorCode.TOO_MANY, null, `A course has at most ${maxModulesPerCourse} modules.`, maxModulesPerCourse);
  }
  const { language } = await em.findOneOrFail(Course, courseId);
  const [to, now] = [randomUUID(), new Date()];
  const titles = siblings.map((sibling) => sibling.title);
  await copyRows(em, { table: 'module', keyColumn: 'id' }, [{ from, to }], {
    title: copyTitle(title, language, titles),
    status: PublicationStatus.DRAFT,
    position: await positionFor(em, modulesInCourse, courseId),
    created_at: now,
    updated_at: now,
    ...neverEdited,
  });
  const contents = await orderedIds(em, contentsInModule, from);
  const copies = contents.map((id) => ({ from: id, to: randomUUID() }));
  await copyContents(em, copies, { ownerId: viewerId, content: { module_id: to } });
  await placeAfter(em, modulesInCourse, courseId, { id: to, afterId: from });
  await tellStructure(em, courseId, { moduleIds: [to] });
  return to;
}
