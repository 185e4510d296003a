import { trashDays } from '@cursus/rules/trash';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Services } from '../context.ts';
import type { Database, Db } from '../database.ts';
import { defineJob } from '../kernel/jobs.ts';

const isOver = sql<boolean>`deleted_at <= now() - make_interval(days => ${sql.lit(trashDays)})`;

/** From the leaves to the root, so many at once that a statement stays far from its time limit. */
const steps: readonly { table: string; isPurged: RawBuilder<boolean>; batch: number }[] = [
  {
    table: 'content',
    isPurged: sql`(${isOver} or module_id in (select id from module where ${isOver} or course_id in (select id from course where ${isOver})))`,
    batch: 200,
  },
  { table: 'module', isPurged: sql`(${isOver} or course_id in (select id from course where ${isOver}))`, batch: 100 },
  { table: 'course', isPurged: isOver, batch: 10 },
];

/** Deletes for good what has been in the trash for 30 days; files that nothing refers to any more are swept later. */
export async function purgeTrash(db: Db): Promise<number> {
  let purged = 0;
  for (const { table, isPurged, batch } of steps) {
    for (let found = batch; found === batch; purged += found) {
      const { rows } = await sql`delete from ${sql.table(table)} where id in
        (select id from ${sql.table(table)} where ${isPurged} for update skip locked limit ${sql.lit(batch)}) returning id`.execute(db);
      found = rows.length;
    }
  }
  return purged;
}

/** Every hour, before files that nothing refers to any more are swept. */
export const purgeTrashJob = defineJob({
  name: 'purge-trash',
  schedule: '7 * * * *',
  rule: z.object({}),
  longestSeconds: 1_800,
  run: ({ orm }: Services) => purgeTrash(orm.em.fork().getKysely<Database>()),
});
