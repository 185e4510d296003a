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

const rule = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('./.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SAMPLE_SCHOOL: flag.default(false),
  SIGN_UP: z.enum(['open', 'closed']).default('open'),
  RATE_LIMIT: z.coerce.number().int().min(1).default(60_000),
  RATE_LIMIT_ANONYMOUS: z.coerce.number().int().min(1).default(20_000),
  REQUEST_TIMEOUT: z.coerce.number().int().min(1).default(10),
  TRUST_PROXY: trustedProxies,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  WEB_DIST: z.string().optional(),
  GRAPHIQL_DIST: z.string().optional(),
});

export interface Env extends Omit<z.output<typeof rule>, 'PUBLIC_URL' | 'AUTH_SECRET' | 'WEB_DIST' | 'GRAPHIQL_DIST'> {
  readonly PUBLIC_URL: string;
  readonly AUTH_SECRET: string;
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
  return readFileSync(path, 'utf8').trim();
}

/** Uploads are buffered in the process's temporary folder. The machine's may be small, or memory; one beside the files is on the disk whose room is known, and is emptied at start. */
export function keepTemporaryFilesIn(folder: string): void {
  process.env['TMPDIR'] = folder;
}

/** Reads and checks the configuration: the only place that knows the process environment. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = rule.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigurationError(`The configuration is wrong. ${lines.join('; ')}. See docs/CONFIGURATION.md.`);
  }
  const env = parsed.data;
  const dataDir = resolve(env.DATA_DIR);
  return {
    ...env,
    DATA_DIR: dataDir,
    PUBLIC_URL: (env.PUBLIC_URL ?? `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`).replace(/\/+$/, ''),
    AUTH_SECRET: env.AUTH_SECRET ?? keptSecret(dataDir),
    WEB_DIST: env.WEB_DIST ?? resolve(packageRoot, '../web/dist'),
    GRAPHIQL_DIST: env.GRAPHIQL_DIST ?? resolve(packageRoot, '../graphiql/dist'),
  };
}
