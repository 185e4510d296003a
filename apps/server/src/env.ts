import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { packageRoot } from './package-root.ts';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

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
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  WEB_DIST: z.string().optional(),
});

export interface Env extends Omit<z.output<typeof rule>, 'PUBLIC_URL' | 'AUTH_SECRET' | 'WEB_DIST'> {
  readonly PUBLIC_URL: string;
  readonly AUTH_SECRET: string;
  readonly WEB_DIST: string;
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
  };
}
