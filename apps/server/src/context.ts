import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Db } from './database.ts';
import type { Env } from './env.ts';
import type { Viewer } from './kernel/authorize.ts';
import type { Buckets } from './kernel/buckets.ts';
import type { Jobs } from './kernel/jobs.ts';
import type { RequestFacts, ResponseCookies } from './kernel/http-request.ts';
import type { Mailer } from './kernel/mailer.ts';
import type { MutationScope } from './kernel/mutation.ts';
import type { ProcessFigures } from './kernel/process-figures.ts';
import type { PubSub } from './kernel/pubsub.ts';
import { Charge } from './kernel/rate-limit.ts';
import type { Storage } from './kernel/storage.ts';
import type { Playbacks } from './progress/record-playback.ts';
import type { Mailbox } from './mail/mailbox.ts';
import type { ViewerCache } from './session/viewer-cache.ts';
import type { TokenUse } from './token/token-use.ts';
import type { CourseViews } from './view/count-views.ts';

/** What lives as long as the process. */
export interface Services {
  readonly env: Env;
  readonly orm: MikroORM;
  /** For reads: stateless, so that all requests share it. */
  readonly db: Db;
  readonly storage: Storage;
  readonly logger: Logger;
  readonly pubsub: PubSub;
  readonly jobs: Jobs;
  readonly mailer: Mailer;
  /** Where mails go while there is no mail server; null in an installation that others use. */
  readonly mailbox: Mailbox | null;
  readonly viewers: ViewerCache;
  readonly tokenUse: TokenUse;
  readonly courseViews: CourseViews;
  readonly playbacks: Playbacks;
  readonly buckets: Buckets;
  readonly figures: ProcessFigures;
}

/** What lives as long as one request: the viewer, and loaders that never serve another request. */
export interface Context extends MutationScope {
  readonly db: Db;
  readonly services: Services;
  readonly request: RequestFacts;
  readonly cookies: ResponseCookies;
  /** What the operation takes from its caller's minute; absent where nothing is charged, as for a file. */
  readonly charge: Charge | undefined;
}

/** Who asks is charged from the first byte on: a request of somebody with nothing left is not even parsed. */
export const chargeFor = ({ buckets, env }: Services, viewer: Viewer | null, { address }: RequestFacts): Charge =>
  new Charge(buckets, { person: env.RATE_LIMIT, address: env.RATE_LIMIT_ANONYMOUS }, { viewer, address });

export function createContext(
  services: Services,
  viewer: Viewer | null,
  http: { request: RequestFacts; cookies: ResponseCookies; charge?: Charge | undefined },
): Context {
  return {
    services,
    viewer,
    em: services.orm.em,
    db: services.db,
    loaders: new Map(),
    charge: undefined,
    deadline: Date.now() + services.env.REQUEST_TIMEOUT * 1_000,
    ...http,
  };
}
