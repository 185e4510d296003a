import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import type { Database } from './database.ts';
import { ConfigurationError, readEnv } from './env.ts';
import { dumpFixtures } from './fixture/dump-fixtures.ts';
import { fixtureKinds } from './fixture/fixture-kinds.ts';
import { FixtureProblems } from './fixture/fixture-problem.ts';
import { type LoadedKind, loadFixtures } from './fixture/load-fixtures.ts';
import { FixtureUsageError } from './fixture/select-kinds.ts';
import { createLogger } from './kernel/secretless-log.ts';
import { Storage } from './kernel/storage.ts';
import { migrate } from './migrate.ts';
import { createOrm, migrationLimits } from './orm.ts';

const usage = `Records as JSON, and their files beside it, from and into the database of this installation, whether it runs or not.

  npm run fixtures -- dump [--only KIND,KIND…] [--with-secrets] --output FILE.json
  npm run fixtures -- load FILE.json

  --only KIND,KIND…   these kinds, and nothing of what they refer to; without it, all
  --with-secrets      passwords’ hashes, second factors, tokens and sessions, too
  --output FILE.json  files go to FILE.files

Kinds: ${fixtureKinds.map(({ name }) => name).join(', ')}.
docs/FIXTURES.md tells more.
`;

interface Scope {
  readonly db: Parameters<typeof loadFixtures>[0]['db'];
  readonly storage: Storage;
}

/** The database, up to date, and the storage, without touching what a running server is about to write there. */
async function withInstallation<Result>(act: (scope: Scope) => Promise<Result>): Promise<Result> {
  const env = readEnv();
  await migrate(env.DATABASE_URL, createLogger(env.LOG_LEVEL, pino.destination(2)));
  const storage = new Storage(env.DATA_DIR);
  await storage.makeFolders();
  const orm = await createOrm(env.DATABASE_URL, migrationLimits);
  try {
    return await act({ db: orm.em.fork().getKysely<Database>(), storage });
  } finally {
    await orm.close();
  }
}

async function dump(args: string[]): Promise<string> {
  const options = { only: { type: 'string' }, output: { type: 'string' }, 'with-secrets': { type: 'boolean', default: false } } as const;
  const { values } = parseArgs({ args, options });
  const { only, output } = values;
  if (output === undefined) throw new FixtureUsageError('Say with --output into which file.');
  const names = only === undefined ? null : only.split(',').map((name) => name.trim());
  const counts = await withInstallation((scope) => dumpFixtures(scope, { path: output, only: names, withSecrets: values['with-secrets'] }));
  return [...counts].map(([name, count]) => `${name}: ${count}`).join('\n');
}

const summaryOf = ({ name, records, added, changed }: LoadedKind): string =>
  `${name}: ${records}, ${added} new, ${changed} changed, ${records - added - changed} as they were`;

async function load(args: string[]): Promise<string> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new FixtureUsageError('Name one file to load.');
  const kinds = await withInstallation((scope) => loadFixtures(scope, path));
  return kinds.map(summaryOf).join('\n') || 'There is no record in it.';
}

function reasonOf(error: unknown): string {
  if (error instanceof FixtureProblems) return `${error.message}\nNothing was done.`;
  if (error instanceof FixtureUsageError) return `${error.message} See npm run fixtures -- --help.`;
  if (error instanceof ConfigurationError) return error.message;
  return error instanceof Error ? error.message : String(error);
}

try {
  const [command, ...rest] = process.argv.slice(2);
  if (command === '--help' || command === '-h' || rest.includes('--help')) process.stdout.write(usage);
  else if (command === 'dump') process.stdout.write(`${await dump(rest)}\n`);
  else if (command === 'load') process.stdout.write(`${await load(rest)}\n`);
  else throw new FixtureUsageError(command === undefined ? 'Say dump or load.' : `There is no command ${command}.`);
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = 1;
}
