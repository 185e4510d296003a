import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { ConfigurationError, keepTemporaryFilesIn, readEnv } from './env.ts';
import { jobList } from './job-list.ts';
import { loadSampleSchool, sampleAccounts } from './sample-school/load-sample-school.ts';
import { createCursusServer } from './server.ts';
import { startServices } from './start-services.ts';
import { onStop, tell } from './supervisor.ts';

/** A known cause in one line; anything else is ours, and a stack helps. */
function causeOf(error: unknown, env: { HOST?: string; PORT?: number }): string {
  if (error instanceof ConfigurationError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${env.PORT} of ${env.HOST} is in use: stop what listens there, or set PORT to another one.`;
  if (code === 'EACCES') return `Port ${env.PORT} of ${env.HOST} may not be used by this account: set PORT to one above 1023.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function main(): Promise<void> {
  let env: ReturnType<typeof readEnv> | undefined;
  try {
    env = readEnv();
    tell({ type: 'progress', text: 'Bringing the database up to date' });
    const services = await startServices(env);
    await services.storage.prepare();
    keepTemporaryFilesIn(services.storage.partsDir);
    if (env.SAMPLE_SCHOOL) await loadSampleSchool(services, (text) => tell({ type: 'progress', text }));
    const server = await createCursusServer(services);
    const { HOST, PORT, PUBLIC_URL } = env;
    await new Promise<void>((resolve, reject) => server.http.once('error', reject).listen(PORT, HOST, resolve));
    // Without a token it is for this machine alone.
    const [metricsPort, metricsHost] = [env.METRICS_PORT, env.METRICS_TOKEN === null ? '127.0.0.1' : HOST];
    const { metricsHttp } = server;
    if (metricsHttp !== null && metricsPort !== null)
      await new Promise<void>((resolve, reject) => metricsHttp.once('error', reject).listen(metricsPort, metricsHost, resolve));
    const { port } = server.http.address() as AddressInfo;
    await services.jobs.work(services, jobList);
    onStop(() => server.stop());
    const url = PORT === 0 ? PUBLIC_URL.replace(/:0$/, `:${port}`) : PUBLIC_URL;
    tell({ type: 'ready', url, sampleAccounts: env.SAMPLE_SCHOOL ? sampleAccounts : [] });
  } catch (error) {
    tell({ type: 'failed', text: causeOf(error, env ?? {}) });
    process.exitCode = 1;
    process.disconnect?.();
    setTimeout(() => process.exit(1), 500).unref();
  }
}

await main();
