import { addAbortSignal } from 'node:stream';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Services } from '../context.ts';
import type { Database, Db } from '../database.ts';
import { defineJob, type JobRun } from '../kernel/jobs.ts';
import type { ReceivedFile } from '../kernel/storage.ts';
import { dataExportReadyNotice, happenedTo } from '../mail/account-notice.ts';
import { sendLetter } from '../mail/letter.ts';
import type { Person } from '../personal-data/personal-data.ts';
import { archiveParts, zipOf } from './archive.ts';
import { DataExportStatus } from './data-export.entity.ts';
import { waitingDataExport } from './waiting-data-export.ts';

/** Once, and again after what a moment mends. */
const retries = { limit: 2, delaySeconds: 5, longestDelaySeconds: 60 };
const goodForHours = 24;
const toldEveryMs = 500;

/** Whose archive it is; null when it was made already, or the account is gone meanwhile. */
async function begin(db: Db, id: string): Promise<Person | null> {
  const { rows } = await sql<Person>`update data_export set status = 'running', done = 0 from "user"
    where data_export.id = ${id} and data_export.status in ('waiting', 'running') and "user".id = user_id
    returning "user".id, username, email`.execute(db);
  return rows[0] ?? null;
}

/** Writes down how far it is, often enough for who watches and no oftener. */
function progressOf(db: Db, id: string, total: number): (done: number) => void {
  let toldAt = 0;
  return (done) => {
    if (Date.now() - toldAt < toldEveryMs) return;
    toldAt = Date.now();
    // What is not told now is told next time.
    sql`update data_export set done = ${done}, total = ${total} where id = ${id} and status = 'running'`.execute(db).catch(() => undefined);
  };
}

async function write(
  services: Services,
  db: Db,
  { id, person, signal }: { id: string; person: Person; signal: AbortSignal },
): Promise<void> {
  const { storage } = services;
  const { rows } = await sql<{
    bytes: string;
  }>`select coalesce(sum(size), 0) as bytes from stored_file where owner_id = ${person.id}`.execute(db);
  if (!(await storage.hasRoomFor(Number(rows[0]?.bytes ?? 0))))
    throw new Error('There is no room on the disk for the archive of a person.');
  const parts = await archiveParts({ db, storage }, person);
  const bytes = addAbortSignal(signal, zipOf(parts, progressOf(db, id, parts.length)));
  const received = await storage.receive(id, bytes, Number.MAX_SAFE_INTEGER);
  await finish(services, { id, person, received, total: parts.length });
}

/** Bytes first, then the row that leads to them, and the mail that tells. */
async function finish(
  services: Services,
  { id, person, received, total }: { id: string; person: Person; received: ReceivedFile; total: number },
): Promise<void> {
  await services.storage.keep(id, received);
  await services.orm.em.fork().transactional(async (em) => {
    const { rows } = await sql`update data_export set status = 'ready', done = ${total}, total = ${total}, size = ${received.size},
      ready_at = now(), expires_at = now() + make_interval(hours => ${goodForHours})
      where id = ${id} and status = 'running' returning id`.execute(em.getKysely());
    // The account was erased meanwhile: nobody may ever read this.
    if (rows.length === 0) await services.storage.remove(id);
    else await sendLetter({ em, services }, dataExportReadyNotice, happenedTo(person.id));
  });
}

async function buildDataExport(services: Services, { id }: { id: string }, run: JobRun): Promise<void> {
  const db = services.orm.em.fork().getKysely<Database>();
  const person = await begin(db, id);
  if (person === null) return;
  try {
    await write(services, db, { id, person, signal: run.signal });
  } catch (error) {
    if (run.attempt > retries.limit)
      await db
        .updateTable('data_export')
        .set({ status: DataExportStatus.FAILED })
        .where('id', '=', id)
        .where('status', '=', DataExportStatus.RUNNING)
        .execute();
    throw error;
  }
}

export const buildDataExportJob = defineJob({ ...waitingDataExport, retries, longestSeconds: 3_600, run: buildDataExport });

/** Every hour: what could be downloaded for a day. */
export const forgetDataExportsJob = defineJob({
  name: 'forget-data-exports',
  schedule: '27 * * * *',
  rule: z.object({}),
  run: ({ orm, storage }: Services) => forgetDataExports(orm.em.fork().getKysely<Database>(), storage),
});

export async function forgetDataExports(db: Db, storage: Services['storage']): Promise<void> {
  const { rows } = await sql<{ id: string }>`delete from data_export where expires_at < now() returning id`.execute(db);
  for (const { id } of rows) await storage.remove(id);
}
