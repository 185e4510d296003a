import { randomUUID } from 'node:crypto';
import { maxContentsPerModule } from '@cursus/rules/content';
import type { EntityManager } from '@mikro-orm/postgresql';
import { copyTitle } from '../course/copy-title.ts';
import { Course } from '../course/course.entity.ts';
import { tellStructure } from '../course/structure-event.ts';
import type { Database } from '../database.ts';
import { isAny } from '../kernel/any-of.ts';
import { orderedIds, placeAfter, positionFor } from '../kernel/position.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { contentsInModule } from './content.entity.ts';
import { copyContents } from './copy-contents.ts';
import { presentContent } from './present-content.ts';

/** Puts a copy of a content right behind it: a draft of the viewer's, which shows the same files. Gives the copy's id. */
export async function duplicateContent(em: EntityManager, viewerId: string, from: string): Promise<string> {
  const { content, courseId } = await presentContent(em, from);
  const present = await orderedIds(em, contentsInModule, content.moduleId);
  if (present.length >= maxContentsPerModule) {
    throw refuse(UserErrorCode.TOO_MANY, null, `A module has at most ${maxContentsPerModule} contents.`, maxContentsPerModule);
  }
  const { language } = await em.findOneOrFail(Course, courseId);
  const siblings = await em.getKysely<Database>().selectFrom('item').select(['id', 'title']).where(isAny('id', present)).execute();
  const titles = new Map(siblings.map(({ id, title }) => [id, title]));
  const to = randomUUID();
  const position = await positionFor(em, contentsInModule, content.moduleId);
  await copyContents(em, [{ from, to }], {
    ownerId: viewerId,
    content: { position, status: PublicationStatus.DRAFT },
    item: { title: copyTitle(titles.get(from) ?? '', language, [...titles.values()]) },
  });
  await placeAfter(em, contentsInModule, content.moduleId, { id: to, afterId: from });
  await tellStructure(em, courseId, { moduleIds: [content.moduleId], contentIds: [to] });
  return to;
}
