import { createServer, type Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Request } from 'express';
import graphqlUploadExpress from 'graphql-upload/graphqlUploadExpress.mjs';
import { type Context, createContext, type Services } from './context.ts';
import { serveFile } from './file/serve-file.ts';
import { authenticate, authenticateReader } from './http/authenticate.ts';
import { errorHandler } from './http/error-handler.ts';
import { csrfGate, uploadGate } from './http/gates.ts';
import { cookiesTo, factsOf } from './http/request-facts.ts';
import { securityHeaders, serveWeb } from './http/serve-web.ts';
import { defaultMaxSize } from '@cursus/rules/files';
import { errorFormatter } from './kernel/error-formatter.ts';
import { notFound } from './kernel/errors.ts';
import type { Viewer } from './kernel/authorize.ts';
import { createSchema } from './schema.ts';

/** An honest upload over a slow line takes long; a request's headers do not. */
const uploadMinutes = 60;

export interface CursusServer {
  readonly http: Server;
  /** Takes no new requests, ends those that run, and lets go of the database. */
  stop(): Promise<void>;
}

/** One port: the API at /graphql, files at /files, the browser application everywhere else. */
export async function createCursusServer(services: Services): Promise<CursusServer> {
  const app = express();
  const http = createServer({ requestTimeout: uploadMinutes * 60_000, headersTimeout: 30_000 }, app);
  const apollo = new ApolloServer<Context>({
    schema: await createSchema(),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    formatError: errorFormatter(services.logger),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: 5_000 }),
    ],
  });
  await apollo.start();
  await services.pubsub.start();

  const viewers = new WeakMap<Request, Viewer | null>();
  const viewerOf = (req: Request): Viewer | null => viewers.get(req) ?? null;
  const isSecure = services.env.PUBLIC_URL.startsWith('https:');

  app.disable('x-powered-by');
  app.use(securityHeaders);
  app.use('/graphql', csrfGate, async (req, res, next) => {
    res.set('Cache-Control', 'no-store');
    viewers.set(req, await authenticate(services, req));
    next();
  });
  app.use(
    '/graphql',
    uploadGate(services, viewerOf),
    graphqlUploadExpress({ maxFileSize: defaultMaxSize.video, maxFiles: 1, maxFieldSize: 64 * 1024 }),
    express.json({ limit: '1mb' }),
    expressMiddleware(apollo, {
      context: async ({ req, res }) => createContext(services, viewerOf(req), { request: factsOf(req), cookies: cookiesTo(res, isSecure) }),
    }),
  );
  app.get('/files/:id', async (req, res) => serveFile(services, await authenticateReader(services, req), req, res));
  app.use(serveWeb(services.env.WEB_DIST));
  app.use(() => {
    throw notFound();
  });
  app.use(errorHandler(services.logger));

  return {
    http,
    stop: async () => {
      await apollo.stop();
      await services.pubsub.stop();
      await services.orm.close(true);
    },
  };
}
