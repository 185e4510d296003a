import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { Client } from 'pg';
import { afterAll, expect, inject } from 'vitest';
import type { Services } from '../src/context.ts';
import type { Database, Db } from '../src/database.ts';
import { type Env, readEnv } from '../src/env.ts';
import { jobList } from '../src/job-list.ts';
import { Jobs } from '../src/kernel/jobs.ts';
import { type Mail, Mailer } from '../src/kernel/mailer.ts';
import { openMailbox } from '../src/mail/mailbox.ts';
import { ProcessFigures } from '../src/kernel/process-figures.ts';
import { PubSub } from '../src/kernel/pubsub.ts';
import { createLogger } from '../src/kernel/secretless-log.ts';
import { MemoryBuckets } from '../src/kernel/buckets.ts';
import { Storage } from '../src/kernel/storage.ts';
import { createOrm, requestLimits } from '../src/orm.ts';
import { createCursusServer } from '../src/server.ts';
import { signAccessToken } from '../src/session/access-token.ts';
import { keepPlaybacks } from '../src/progress/record-playback.ts';
import { ViewerCache } from '../src/session/viewer-cache.ts';
import { rememberTokenUse } from '../src/token/token-use.ts';
import { countCourseViews } from '../src/view/count-views.ts';
import { linesWithSecrets, rememberSecretsOf, rememberSecretsOfHeaders, rememberSecretsOfMail } from './log-watch.ts';
import { templateDatabase } from './postgres-cluster.ts';
import { countRequestsOf, statementsOf } from './statements.ts';

export interface GraphQLErrorBody {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly reference?: string };
}

export interface Answer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data | null;
  readonly errors: readonly GraphQLErrorBody[];
}

/** Somebody who sends requests: signed in by a session of their own, or nobody. */
export class Caller {
  readonly url: string;
  readonly token: string | null;

  constructor(url: string, token: string | null) {
    this.url = url;
    this.token = token;
  }

  get headers(): Record<string, string> {
    return this.token === null ? {} : { authorization: `Bearer ${this.token}` };
  }

  /** Sends a typed document over HTTP, as any client does. */
  async run<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables?: Variables): Promise<Answer<Data>> {
    return this.post<Data>(JSON.stringify({ query: print(document), variables }), { 'content-type': 'application/json' });
  }

  /** The data of a request that must succeed. */
  async data<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables?: Variables): Promise<Data> {
    const { data, errors } = await this.run(document, variables);
    if (data === null || errors.length > 0) throw new Error(`unexpected errors: ${JSON.stringify(errors)}`);
    return data;
  }

  async post<Data>(body: string | FormData, headers: Record<string, string>): Promise<Answer<Data>> {
    const response = await fetch(`${this.url}/graphql`, { method: 'POST', body, headers: { ...headers, ...this.headers } });
    const text = await response.text();
    for (const each of [body, text]) if (typeof each === 'string') rememberSecretsOf(each);
    const answer = JSON.parse(text) as { data?: Data; errors?: GraphQLErrorBody[] };
    return { status: response.status, headers: response.headers, data: answer.data ?? null, errors: answer.errors ?? [] };
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers: { ...headers, ...this.headers } });
  }
}

export interface School {
  readonly services: Services;
  readonly db: Db;
  readonly url: string;
  readonly nobody: Caller;
  /** A caller with a session of this person. */
  as(userId: string): Promise<Caller>;
  /** Stops the server as a signal does; the database stays. */
  stop(): Promise<void>;
  /** The statements that are sent for `act` and its requests. */
  statements(act: () => Promise<unknown>): Promise<string[]>;
}

async function copyOfTemplate(): Promise<string> {
  const url = new URL(inject('clusterUrl'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(`create database ${name} template ${templateDatabase}`);
  await client.end();
  url.pathname = `/${name}`;
  return url.href;
}

/** What it sends must stand in no line of a log. */
class WatchedMailer extends Mailer {
  override async send(mail: Mail): Promise<void> {
    rememberSecretsOfMail(mail);
    await super.send(mail);
  }
}

/** The real server on this database and folder, listening on a free port; gone after the file's tests. */
async function openProcess(env: Env): Promise<Pick<School, 'services' | 'url' | 'stop'>> {
  const figures = new ProcessFigures(env.SLOW_STATEMENT);
  const orm = await createOrm(env.DATABASE_URL, requestLimits, figures.database);
  const db = orm.em.fork().getKysely<Database>();
  const storage = new Storage(env.DATA_DIR);
  await storage.prepare();
  const lines: string[] = [];
  const logger = createLogger('trace', { write: (line) => void lines.push(line) });
  const pubsub = new PubSub(env.DATABASE_URL, logger);
  const mailbox = env.MAILBOX ? await openMailbox(env.DATA_DIR, logger) : null;
  // Whoever sends mails does what is queued; other tests are left in peace.
  const isWorking = mailbox !== null || env.SMTP_URL !== null;
  const services: Services = {
    env,
    orm,
    db,
    storage,
    logger,
    pubsub,
    jobs: new Jobs({ databaseUrl: env.DATABASE_URL, logger, isWorking }),
    mailbox,
    mailer: new WatchedMailer({ url: mailbox?.url ?? env.SMTP_URL, from: env.MAIL_FROM }),
    viewers: new ViewerCache(pubsub),
    tokenUse: rememberTokenUse(db, logger),
    courseViews: countCourseViews(db, logger),
    playbacks: keepPlaybacks(db, logger),
    buckets: new MemoryBuckets(),
    figures,
  };
  const server = await createCursusServer(services);
  countRequestsOf(server.http);
  rememberSecretsOfHeaders(server.http);
  await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
  const { port } = server.http.address() as AddressInfo;
  if (isWorking) await services.jobs.work(services, jobList);
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= server.stop());
  afterAll(async () => {
    await stop();
    expect(linesWithSecrets(lines)).toEqual([]);
  });
  return { services, url: `http://127.0.0.1:${port}`, stop };
}

/** A server on a database and a folder of its own. */
export async function openSchool(environment: Readonly<Record<string, string>> = {}): Promise<School> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cursus-school-'));
  const databaseUrl = await copyOfTemplate();
  const env = readEnv({ NODE_ENV: 'test', DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent', ...environment });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));
  return schoolOf(await openProcess(env));
}

/** A second server process, as far as PostgreSQL can tell, on the database of a school. */
export const openBeside = async ({ services }: School): Promise<School> => schoolOf(await openProcess(services.env));

function schoolOf({ services, url, stop }: Pick<School, 'services' | 'url' | 'stop'>): School {
  const { db } = services;
  return {
    services,
    db,
    url,
    stop,
    nobody: new Caller(url, null),
    as: async (userId) => new Caller(url, await openSessionOf(db, services.env.AUTH_SECRET, userId)),
    statements: statementsOf,
  };
}

async function openSessionOf(db: Db, secret: string, userId: string): Promise<string> {
  const id = randomUUID();
  const session = {
    id,
    user_id: userId,
    refresh_hash: randomUUID(),
    files_hash: randomUUID(),
    expires_at: new Date(Date.now() + 86_400_000),
  };
  await db
    .insertInto('session')
    .values(session as never)
    .execute();
  return signAccessToken(secret, { id, userId }, new Date()).accessToken;
}
