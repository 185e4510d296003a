import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

import { birthOf } from '../../../scripts/living-process.mjs';

/** One process for sure: numbers are given out again. */
export interface LivingProcess {
  readonly pid: number;
  readonly birth: string | undefined;
}

/** A process and all that it started, directly or not. */
export function processTree(root: number): LivingProcess[] {
  const parents = parentsOfAll();
  const pids = [root];
  for (const pid of pids) pids.push(...parents.filter(([, parent]) => parent === pid).map(([child]) => child));
  return pids.map((pid) => ({ pid, birth: birthOf(pid) }));
}

/** Which of them still run. */
export function livingOf(processes: readonly LivingProcess[]): LivingProcess[] {
  return processes.filter(({ pid, birth }) => birth !== undefined && birthOf(pid) === birth);
}

/** Kills them all with -9. Some end by themselves meanwhile, since what started them is gone. */
export function killAll(processes: readonly LivingProcess[]): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}

/** [process, parent] of every process of this machine; bare Linux machines have no `ps`. */
function parentsOfAll(): [number, number][] {
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
    return lines.map((line) => line.trim().split(/\s+/).map(Number)).map(([pid = 0, parent = 0]) => [pid, parent]);
  }
  return readdirSync('/proc').flatMap((entry): [number, number][] => {
    const parent = /^\d+$/.test(entry) ? parentOf(entry) : undefined;
    return parent === undefined ? [] : [[Number(entry), parent]];
  });
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return undefined;
  }
}
