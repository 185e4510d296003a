import { type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { Db } from '../database.ts';
import { type MigrationState, migrationState } from '../kernel/migration-state.ts';

/** For so long an answer about the database is good for who asks next: whoever asks a thousand times costs one statement a second. */
const rememberedMs = 1_000;

interface Readiness {
  readonly status: 'ready' | 'unavailable';
  readonly database: 'reached' | 'unreached';
  readonly migrations: 'applied' | 'pending' | 'unknown';
}

const readinessOf = ({ pending }: MigrationState): Readiness =>
  pending.length === 0
    ? { status: 'ready', database: 'reached', migrations: 'applied' }
    : { status: 'unavailable', database: 'reached', migrations: 'pending' };

/** Whether requests can be answered, asked of the database once at a time. */
function readinessCheck(db: Db, logger: Logger): () => Promise<Readiness> {
  let asked: Promise<Readiness> | undefined;
  const ask = async (): Promise<Readiness> => {
    try {
      return readinessOf(await migrationState(db));
    } catch (error) {
      logger.warn({ err: error }, 'the database was not reached by who asked whether it is ready');
      return { status: 'unavailable', database: 'unreached', migrations: 'unknown' };
    }
  };
  return () => {
    if (asked !== undefined) return asked;
    asked = ask();
    void asked.then(() => setTimeout(() => (asked = undefined), rememberedMs).unref());
    return asked;
  };
}

const tell = (res: Response, status: number, body: object): void => void res.status(status).set('Cache-Control', 'no-store').json(body);

/**
 * What a supervisor and a load balancer ask. /healthz: the process lives; it asks nobody. /readyz: the database is reached and has every
 * migration of this version, else 503, within the limits of `orm.ts` when the database is frozen. Neither tells more than that.
 */
export function serveHealth({ db, logger }: { readonly db: Db; readonly logger: Logger }): Router {
  const router = Router();
  const readiness = readinessCheck(db, logger);
  router.get('/healthz', (_req, res) => tell(res, 200, { status: 'alive' }));
  router.get('/readyz', async (_req, res) => {
    const body = await readiness();
    tell(res, body.status === 'ready' ? 200 : 503, body);
  });
  return router;
}
