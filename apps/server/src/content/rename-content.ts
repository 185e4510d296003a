import { itemTitleRule } from '@cursus/rules/content';
import type { EntityManager } from '@mikro-orm/postgresql';
import { tellStructure } from '../course/structure-event.ts';
import type { Database } from '../database.ts';
import { checked } from '../kernel/input-rules.ts';
import { presentContent } from './present-content.ts';

/** Changes the title of an item, whatever its kind: nothing else of what is written there is read or changed. */
export async function renameContent(em: EntityManager, id: string, { title: wanted, by }: { title: string; by: string }): Promise<void> {
  const { title } = checked(itemTitleRule, { title: wanted });
  const { courseId } = await presentContent(em, id);
  const now = new Date();
  await em
    .getKysely<Database>()
    .updateTable('item')
    .set((row) => ({ title, updated_at: now, revision: row('revision', '+', 1), edited_by_id: by, edited_at: now }))
    .where('id', '=', id)
    .execute();
  await tellStructure(em, courseId, { contentIds: [id] });
}
