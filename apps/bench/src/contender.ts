import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('.', import.meta.url));
const server = join(source, '../../server');

/** A server that is measured: a process of its own on a database that all contenders share. */
export interface Contender {
  readonly pid: number;
  readonly url: string;
  stop(): Promise<void>;
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: { type: string; url?: string; text?: string }) => {
      if (message.type === 'ready') resolve(message.url ?? '');
      if (message.type === 'failed') reject(new Error(message.text));
    });
    child.once('exit', (code) => reject(new Error(`a server ended with ${code} before it was ready`)));
  });
}

async function start(program: string, parameters: string[], settings: Record<string, string>): Promise<Contender> {
  const child = fork(program, parameters, { env: { PATH: '/usr/bin:/bin', NODE_ENV: 'production', ...settings }, execArgv: [] });
  const url = await readyUrl(child);
  return {
    pid: child.pid ?? 0,
    url,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Cursus as it was built and as npm start runs it, without a mail server, of which it would warn. A minute holds more than a minute of load asks for; what counts it runs all the same. */
export const startCursus = (databaseUrl: string, { dataDir, webDist }: { dataDir: string; webDist: string }): Promise<Contender> =>
  start(join(server, 'dist/main.js'), [], {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    WEB_DIST: webDist,
    PORT: '0',
    LOG_LEVEL: 'error',
    RATE_LIMIT: '1000000000',
    RATE_LIMIT_ANONYMOUS: '1000000000',
  });

export const startBare = (databaseUrl: string): Promise<Contender> => start(join(source, 'bare-server.ts'), [databaseUrl], {});

export const startPostGraphile = (databaseUrl: string): Promise<Contender> =>
  start(join(source, 'postgraphile-server.ts'), [databaseUrl], {});
