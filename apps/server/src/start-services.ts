import type { MikroORM } from '@mikro-orm/postgresql';
import { pino } from 'pino';
import type { Services } from './context.ts';
import type { Database } from './database.ts';
import { ConfigurationError, type Env } from './env.ts';
import { Mailer } from './kernel/mailer.ts';
import { openMailbox } from './mail/mailbox.ts';
import { MemoryBuckets } from './kernel/buckets.ts';
import { Jobs } from './kernel/jobs.ts';
import { ProcessFigures } from './kernel/process-figures.ts';
import { PubSub } from './kernel/pubsub.ts';
import { createLogger } from './kernel/secretless-log.ts';
import { Storage } from './kernel/storage.ts';
import { migrate } from './migrate.ts';
import { createOrm, requestLimits } from './orm.ts';
import { keepPlaybacks } from './progress/record-playback.ts';
import { ViewerCache } from './session/viewer-cache.ts';
import { rememberTokenUse } from './token/token-use.ts';
import { countCourseViews } from './view/count-views.ts';

async function requireConnection(orm: MikroORM): Promise<void> {
  try {
    await orm.em.fork().execute('select 1');
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new ConfigurationError(`The database of DATABASE_URL cannot be reached: ${reason}`);
  }
}

/** Connects, brings the database up to date, and makes the folders for files. */
export async function startServices(env: Env): Promise<Services> {
  const figures = new ProcessFigures(env.SLOW_STATEMENT);
  const orm = await createOrm(env.DATABASE_URL, requestLimits, figures.database);
  await requireConnection(orm);
  const logger = createLogger(env.LOG_LEVEL, pino.destination(2));
  await migrate(env.DATABASE_URL, logger);
  const storage = new Storage(env.DATA_DIR);
  await storage.makeFolders();
  const pubsub = new PubSub(env.DATABASE_URL, logger);
  const db = orm.em.fork().getKysely<Database>();
  const mailbox = env.MAILBOX ? await openMailbox(env.DATA_DIR, logger) : null;
  if (mailbox === null && env.SMTP_URL === null) logger.warn('There is no mail server: mails wait until SMTP_URL is set.');
  return {
    env,
    orm,
    db,
    storage,
    logger,
    pubsub,
    mailbox,
    mailer: new Mailer({ url: mailbox?.url ?? env.SMTP_URL, from: env.MAIL_FROM }),
    jobs: new Jobs({ databaseUrl: env.DATABASE_URL, logger, isWorking: true }),
    viewers: new ViewerCache(pubsub),
    tokenUse: rememberTokenUse(db, logger),
    courseViews: countCourseViews(db, logger),
    playbacks: keepPlaybacks(db, logger),
    buckets: new MemoryBuckets(),
    figures,
  };
}
