import type { Logger } from 'pino';
import { jobList } from './job-list.ts';
import { migrateJobs } from './kernel/jobs.ts';
import { createOrm, migrationLimits } from './orm.ts';

/** Brings the database and its queues up to date, on connections without time limits. */
export async function migrate(databaseUrl: string, logger: Logger): Promise<void> {
  const orm = await createOrm(databaseUrl, migrationLimits);
  try {
    await orm.migrator.up();
  } finally {
    await orm.close(true);
  }
  await migrateJobs(databaseUrl, logger, jobList);
}
