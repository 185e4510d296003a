import { type Calls, load } from './load.ts';
import { cpuOf, cpuOfFamily, memoryOf } from './process-cost.ts';
import type { Contender } from './contender.ts';

/** One batch of requests: CPU in microseconds a request, times in milliseconds. */
export interface Sample {
  readonly server: number;
  readonly database: number;
  readonly times: readonly number[];
  readonly memory: number;
}

export async function sample(
  { pid, url }: Contender,
  calls: Calls,
  { postmaster, connections, callsEach }: { postmaster: number; connections: number; callsEach: number },
): Promise<Sample> {
  const before = { server: cpuOf(pid), database: cpuOfFamily(postmaster) };
  const times = await load(url, calls, { connections, callsEach });
  const requests = connections * callsEach;
  return {
    server: (cpuOf(pid) - before.server) / requests,
    database: (cpuOfFamily(postmaster) - before.database) / requests,
    times,
    memory: memoryOf(pid),
  };
}

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

export const quantile = (values: readonly number[], part: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;

export interface Figures {
  readonly server: number;
  readonly database: number;
  readonly total: number;
  readonly p50: number;
  readonly p99: number;
  readonly memory: number;
}

/** The round in the middle by its CPU; times over all rounds. */
export function figuresOf(samples: readonly Sample[]): Figures {
  const rounds = samples.toSorted((a, b) => a.server + a.database - b.server - b.database);
  const middle = rounds[Math.floor(rounds.length / 2)];
  const { server, database } = middle ?? { server: Number.NaN, database: Number.NaN };
  const times = samples.flatMap((each) => each.times);
  return {
    server,
    database,
    total: server + database,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    memory: Math.max(...samples.map(({ memory }) => memory)),
  };
}
