import type { Constructor } from '@mikro-orm/core';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { tellStructure } from '../course/structure-event.ts';
import { contentFiles, referToFiles } from '../file/refer-to-files.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { notFound } from '../kernel/errors.ts';
import { revise } from '../revision/revise.ts';
import type { RevisingInput } from '../revision/revision.input.ts';
import { Module } from '../module/module.entity.ts';
import { Content } from './content.entity.ts';
import type { Item } from './item.entity.ts';

/** Changes the item of a content, which must be of the kind that the mutation is for; `edit` answers the files that it shows from now on. */
export async function editItem<Kind extends Item>(
  em: EntityManager,
  kind: Constructor<Kind>,
  edited: RevisingInput & { contentId: string; by: string; edit: (item: Kind) => readonly string[] | Promise<readonly string[]> },
): Promise<string> {
  const id = uuidOf('Content', edited.contentId);
  const item = await em.findOne<Item>(kind, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!(item instanceof kind)) throw notFound();
  revise(item, 'Item', edited);
  const fileIds = await edited.edit(item);
  await em.flush();
  await referToFiles(em, contentFiles, id, fileIds);
  const { moduleId } = await em.findOneOrFail(Content, id);
  const { courseId } = await em.findOneOrFail(Module, moduleId);
  await tellStructure(em, courseId, { contentIds: [id] });
  return id;
}
