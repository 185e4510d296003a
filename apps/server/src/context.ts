import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Database, Db } from './database.ts';
import type { Env } from './env.ts';
import type { Viewer } from './kernel/authorize.ts';
import type { RequestFacts, ResponseCookies } from './kernel/http-request.ts';
import type { MutationScope } from './kernel/mutation.ts';
import type { PubSub } from './kernel/pubsub.ts';
import type { Storage } from './kernel/storage.ts';
import type { ViewerCache } from './session/viewer-cache.ts';

/** What lives as long as the process. */
export interface Services {
  readonly env: Env;
  readonly orm: MikroORM;
  readonly storage: Storage;
  readonly logger: Logger;
  readonly pubsub: PubSub;
  readonly viewers: ViewerCache;
}

/** What lives as long as one request: the viewer, and loaders that never serve another request. */
export interface Context extends MutationScope {
  readonly db: Db;
  readonly services: Services;
  readonly request: RequestFacts;
  readonly cookies: ResponseCookies;
}

export function createContext(
  services: Services,
  viewer: Viewer | null,
  http: { request: RequestFacts; cookies: ResponseCookies },
): Context {
  const em = services.orm.em.fork();
  return { services, viewer, em, db: em.getKysely<Database>(), loaders: new Map(), ...http };
}
