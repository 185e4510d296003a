import { createServer, type Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Request, type Response } from 'express';
import graphqlUploadExpress from 'graphql-upload/graphqlUploadExpress.mjs';
import { chargeFor, type Context, createContext, type Services } from './context.ts';
import { serveDataExport } from './data-export/serve-data-export.ts';
import { serveFile, servePictureVariant } from './file/serve-file.ts';
import { authenticate, authenticateReader } from './http/authenticate.ts';
import { errorHandler } from './http/error-handler.ts';
import { csrfGate, uploadGate } from './http/gates.ts';
import { Metrics } from './http/metrics.ts';
import { operationPlugin } from './http/operation-plugin.ts';
import { cookiesTo, factsOf } from './http/request-facts.ts';
import { serveHealth } from './http/serve-health.ts';
import { metricsServer, serveMetrics } from './http/serve-metrics.ts';
import { serveTools } from './http/serve-tools.ts';
import { RememberedAnswers, serveTrusted } from './http/serve-trusted.ts';
import { securityHeaders, serveWeb } from './http/serve-web.ts';
import { readTrustedDocuments } from './http/trusted-documents.ts';
import { defaultMaxSize } from '@cursus/rules/files';
import { compiledExecution } from './kernel/compiled-execution.ts';
import { documentLimits, limitsRule } from './kernel/document-limits.ts';
import { errorFormatter } from './kernel/error-formatter.ts';
import { notFound } from './kernel/errors.ts';
import { namedStatements } from './kernel/named-statements.ts';
import type { Viewer } from './kernel/authorize.ts';
import type { Charge } from './kernel/rate-limit.ts';
import { asksForSocket, serveLive } from './live/serve-live.ts';
import { serveMailbox } from './mail/serve-mailbox.ts';
import { Scope } from './token/scope.ts';
import { createSchema, printedSchema } from './schema.ts';
import { CacheName } from './system/system-cache.ts';

interface Remembering {
  readonly compiled: ReturnType<typeof compiledExecution>;
  readonly remembered: RememberedAnswers;
}

/** An honest upload over a slow line takes long; a request's headers do not. */
const uploadMinutes = 60;

/** What is remembered says how much, for who looks after it. */
function tellCaches({ figures, viewers }: Services, { compiled, remembered }: Remembering): void {
  figures.caches.set(CacheName.ANSWERS, () => remembered.figures);
  figures.caches.set(CacheName.VIEWERS, () => viewers.figures);
  figures.caches.set(CacheName.DOCUMENTS, compiled.figures);
  figures.caches.set(CacheName.STATEMENTS, namedStatements);
}

export interface CursusServer {
  readonly http: Server;
  /** Prometheus reads here; null where METRICS_PORT is not set. */
  readonly metricsHttp: Server | null;
  /** Takes no new requests, ends those that run, and lets go of the database. */
  stop(): Promise<void>;
}

/**
 * One port: the API at /graphql, its explorer and schema beside it, files at /files, what supervisors ask at /healthz and /readyz, the
 * browser application everywhere else.
 */
export async function createCursusServer(services: Services): Promise<CursusServer> {
  const app = express();
  const http = createServer({ requestTimeout: uploadMinutes * 60_000, headersTimeout: 30_000, shouldUpgradeCallback: asksForSocket }, app);
  const schema = await createSchema();
  const trusted = readTrustedDocuments(services.env.WEB_DIST, schema, services.logger);
  const trustedTexts = new Set([...trusted.values()].map(({ text }) => text));
  const { METRICS_PORT, METRICS_TOKEN } = services.env;
  const metrics = METRICS_PORT === null && METRICS_TOKEN === null ? null : new Metrics(services);
  const metricsHttp = metrics === null || METRICS_PORT === null ? null : metricsServer(metrics, METRICS_TOKEN);
  const compiled = compiledExecution(schema, trustedTexts);
  const remembered = new RememberedAnswers(services.pubsub);
  tellCaches(services, { compiled, remembered });
  const apollo = new ApolloServer<Context>({
    gateway: compiled.gateway,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    formatError: errorFormatter(services.logger),
    persistedQueries: false,
    parseOptions: { maxTokens: documentLimits.tokens },
    validationRules: [limitsRule],
    plugins: [
      operationPlugin,
      ...(metrics === null ? [] : [metrics.operationTimer]),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: 5_000 }),
    ],
  });
  await apollo.start();
  await services.pubsub.start();
  await services.jobs.start();
  const stopLive = serveLive(http, services, schema);

  const askers = new WeakMap<Request, { viewer: Viewer | null; charge: Charge }>();
  const viewerOf = (req: Request): Viewer | null => askers.get(req)?.viewer ?? null;
  const isSecure = services.env.PUBLIC_URL.startsWith('https:');
  const contextOf = (req: Request, res: Response): Context =>
    createContext(services, viewerOf(req), {
      request: factsOf(req),
      cookies: cookiesTo(res, isSecure),
      charge: askers.get(req)?.charge,
    });

  app.disable('x-powered-by');
  app.set('trust proxy', services.env.TRUST_PROXY);
  if (metrics !== null) app.use(metrics.requestTimer);
  app.use(securityHeaders);
  app.use(serveHealth(services));
  app.use(serveMetrics(METRICS_PORT === null ? metrics : null, METRICS_TOKEN));
  app.use('/graphql', csrfGate, async (req, res, next) => {
    res.set('Cache-Control', 'no-store');
    const viewer = await authenticate(services, req);
    askers.set(req, { viewer, charge: chargeFor(services, viewer, factsOf(req)) });
    next();
  });
  app.use(
    '/graphql',
    uploadGate(services, viewerOf),
    graphqlUploadExpress({ maxFileSize: defaultMaxSize.video, maxFiles: 1, maxFieldSize: 64 * 1024 }),
    express.json({ limit: '1mb' }),
    serveTrusted({ apollo, documents: trusted, remembered, contextOf }),
    expressMiddleware(apollo, { context: async ({ req, res }) => contextOf(req, res) }),
  );
  app.get('/files/data-exports/:id', async (req, res) =>
    serveDataExport(services, await authenticateReader(services, req, Scope.DATA_READ), req, res),
  );
  app.get('/files/:id', async (req, res) => serveFile(services, await authenticateReader(services, req), req, res));
  app.get('/files/:id/:width', async (req, res) => servePictureVariant(services, await authenticateReader(services, req), req, res));
  app.use(serveTools(printedSchema(schema), services.env.GRAPHIQL_DIST));
  if (services.mailbox !== null) app.use('/mailbox', serveMailbox(services.mailbox));
  app.use(serveWeb(services.env.WEB_DIST));
  app.use(() => {
    throw notFound();
  });
  app.use(errorHandler(services.logger));

  return {
    http,
    metricsHttp,
    stop: async () => {
      stopLive();
      metricsHttp?.close();
      await apollo.stop();
      await services.jobs.stop();
      await services.mailbox?.stop();
      await services.pubsub.stop();
      await services.tokenUse.flush();
      await services.courseViews.flush();
      await services.playbacks.flush();
      await services.orm.close(true);
    },
  };
}
