import { lockFolder } from './folder-lock.mjs';
import { startCluster } from './postgres.mjs';

/**
 * The database of this installation. `environment` is what the server must be told about it.
 * @typedef {{ environment: Record<string, string>, ended: Promise<void>, stop: () => Promise<void> }} Database
 */

/**
 * `DATABASE_URL` when it is set, else a PostgreSQL of our own. Either way the data folder belongs to this process until `stop`.
 * The sample school is for databases of our own only, unless asked for.
 * @param {string} dataDir
 * @returns {Promise<Database>}
 */
export async function openDatabase(dataDir) {
  if (process.env['DATABASE_URL']) {
    const unlock = lockFolder(dataDir);
    return { environment: { MAILBOX: 'false' }, ended: new Promise(() => undefined), stop: async () => unlock() };
  }
  const { url, ended, stop } = await startCluster({ dataDir });
  // Without a mail server, mails are read in the browser of this machine.
  const mailbox = process.env['SMTP_URL'] ? 'false' : 'true';
  return { environment: { DATABASE_URL: url, SAMPLE_SCHOOL: process.env['SAMPLE_SCHOOL'] ?? 'true', MAILBOX: mailbox }, ended, stop };
}
