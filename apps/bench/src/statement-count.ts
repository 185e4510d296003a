import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { send } from './load.ts';
import type { Way } from './workloads.ts';

const told = /LOG: {2}(?:statement|execute [^:]+): /g;

const countIn = (file: string): number => readFileSync(file, 'utf8').match(told)?.length ?? 0;

/** How many statements PostgreSQL runs for one request, begin and commit included: it writes them down itself. */
export async function countStatements(
  client: Client,
  logFile: string,
  ways: readonly Way[],
  urlOf: (way: Way) => string,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await client.query(`alter system set log_statement = 'all'`);
  await client.query('select pg_reload_conf()');
  await sleep(200);
  for (const way of ways) {
    const attempts: number[] = [];
    // Something in the background may run a statement of its own meanwhile: the least of three is the request's.
    for (let nth = 0; nth < 3; nth += 1) {
      const before = countIn(logFile);
      await send(agent, urlOf(way), way.calls(0, nth));
      await sleep(20);
      attempts.push(countIn(logFile) - before);
    }
    counts.set(`${way.workload} ${way.way}`, Math.min(...attempts));
  }
  agent.destroy();
  await client.query('alter system reset log_statement');
  await client.query('select pg_reload_conf()');
  return counts;
}
