import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { packageRoot } from './package-root.ts';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const proxyNames = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** An address, a network as `10.0.0.0/8`, or the name of a range. */
function isProxy(entry: string): boolean {
  const [address = '', bits = '1', ...rest] = entry.split('/');
  const family = isIP(address);
  if (family === 0) return proxyNames.has(entry);
  return rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128);
}

const entriesOf = (list: string): string[] => list.split(',').map((entry) => entry.trim());

/** How many proxies stand in front, or which addresses are theirs. Never all: whoever asks could then name any address as their own. */
const trustedProxies = z
  .string()
  .default('false')
  .refine(
    (value) => value === 'false' || /^[1-9]$/.test(value) || entriesOf(value).every(isProxy),
    'must be a number of proxies, or their addresses',
  )
  .transform((value) => (value === 'false' ? false : /^[1-9]$/.test(value) ? Number(value) : entriesOf(value)));

/** What docs/CONFIGURATION.md shows: known to everybody. */
const sampleSecret = 'an-example-that-everybody-knows';

const rule = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('./.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }),
  AUTH_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .refine((secret) => new Set(secret).size >= 8 && !secret.includes(sampleSecret), 'must be a secret of your own, made at random')
    .optional(),
  SAMPLE_SCHOOL: flag.default(false),
  SIGN_UP: z.enum(['open', 'invitation', 'closed']).default('open'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>"\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'must be an address, or `Name <address>`')
    .optional(),
  MAILBOX: flag.default(false),
  RATE_LIMIT: z.coerce.number().int().min(1).default(60_000),
  RATE_LIMIT_ANONYMOUS: z.coerce.number().int().min(1).default(20_000),
  SLOW_STATEMENT: z.coerce.number().int().min(1).default(200),
  REQUEST_TIMEOUT: z.coerce.number().int().min(1).default(10),
  TRUST_PROXY: trustedProxies,
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  METRICS_TOKEN: z.string().min(32, 'must have at least 32 characters').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  WEB_DIST: z.string().optional(),
  GRAPHIQL_DIST: z.string().optional(),
});

export interface Env extends Omit<
  z.output<typeof rule>,
  'PUBLIC_URL' | 'AUTH_SECRET' | 'METRICS_PORT' | 'METRICS_TOKEN' | 'SMTP_URL' | 'MAIL_FROM' | 'WEB_DIST' | 'GRAPHIQL_DIST'
> {
  readonly PUBLIC_URL: string;
  readonly AUTH_SECRET: string;
  readonly SMTP_URL: string | null;
  readonly METRICS_PORT: number | null;
  readonly METRICS_TOKEN: string | null;
  readonly MAIL_FROM: string;
  readonly WEB_DIST: string;
  readonly GRAPHIQL_DIST: string;
}

/** What the configuration lacks, in one line that names the variable. */
export class ConfigurationError extends Error {}

/** The secret kept beside the data: made once, readable by us alone. */
function keptSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'auth-secret');
  try {
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const kept = readFileSync(path, 'utf8').trim();
  if (kept.length < 32)
    throw new ConfigurationError(`The configuration is wrong. AUTH_SECRET: the one kept in ${path} is too short; remove the file.`);
  return kept;
}

/** Uploads are buffered in the process's temporary folder. The machine's may be small, or memory; one beside the files is on the disk whose room is known, and is emptied at start. */
export function keepTemporaryFilesIn(folder: string): void {
  process.env['TMPDIR'] = folder;
}

/** A number is no name of a mail domain. */
const hostOfMails = (publicUrl: string): string => {
  const { hostname } = new URL(publicUrl);
  return /^[\d.]+$|^\[/.test(hostname) ? 'localhost' : hostname;
};

/** Reads and checks the configuration: the only place that knows the process environment. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  // An empty variable counts as absent; an empty secret is an accident, and no other one takes its place in silence.
  const present = Object.fromEntries(Object.entries(source).filter(([name, value]) => value !== '' || name === 'AUTH_SECRET'));
  const parsed = rule.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigurationError(`The configuration is wrong. ${lines.join('; ')}. See docs/CONFIGURATION.md.`);
  }
  const env = parsed.data;
  if (env.MAILBOX && env.SMTP_URL !== undefined)
    throw new ConfigurationError(
      'The configuration is wrong. MAILBOX: is for an installation without SMTP_URL. See docs/CONFIGURATION.md.',
    );
  const dataDir = resolve(env.DATA_DIR);
  const publicUrl = (env.PUBLIC_URL ?? `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`).replace(/\/+$/, '');
  return {
    ...env,
    DATA_DIR: dataDir,
    PUBLIC_URL: publicUrl,
    SMTP_URL: env.SMTP_URL ?? null,
    METRICS_PORT: env.METRICS_PORT ?? null,
    METRICS_TOKEN: env.METRICS_TOKEN ?? null,
    MAIL_FROM: env.MAIL_FROM ?? `Cursus <no-reply@${hostOfMails(publicUrl)}>`,
    AUTH_SECRET: env.AUTH_SECRET ?? keptSecret(dataDir),
    WEB_DIST: env.WEB_DIST ?? resolve(packageRoot, '../web/dist'),
    GRAPHIQL_DIST: env.GRAPHIQL_DIST ?? resolve(packageRoot, '../graphiql/dist'),
  };
}
