import { readdirSync, readFileSync } from 'node:fs';

const microsecondsPerTick = 10_000;

/** What the kernel says a process spent; a process that has just ended spent nothing that can be known. */
function fileOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function entries(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** Whether this system tells what a process spends; macOS has no /proc, and `ps` is too coarse to divide by a request. */
export const canMeasure = fileOf('/proc/self/schedstat') !== '';

/** User and system time of all threads of a process, in microseconds. */
export function cpuOf(pid: number): number {
  const nanoseconds = entries(`/proc/${pid}/task`)
    .map((thread) => Number(fileOf(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0] ?? 0))
    .reduce((sum, each) => sum + each, 0);
  return nanoseconds / 1_000;
}

/** Fields of /proc/<pid>/stat behind the name, which may hold anything. */
const statOf = (pid: number): string[] => fileOf(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];

function childrenOf(pid: number): number[] {
  return entries('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((each) => Number(statOf(each)[1]) === pid);
}

/** A process with its children, those that ended included: for PostgreSQL, which is a process a connection. */
export function cpuOfFamily(pid: number): number {
  const stat = statOf(pid);
  const ended = (Number(stat[13] ?? 0) + Number(stat[14] ?? 0)) * microsecondsPerTick;
  return childrenOf(pid).reduce((sum, child) => sum + cpuOf(child), cpuOf(pid) + ended);
}

/** Memory that a process holds, in megabytes. */
export function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(fileOf(`/proc/${pid}/status`))?.[1];
  return Number(kilobytes ?? 0) / 1_024;
}

/** The postmaster of a data folder: the first line of its pid file. */
export const postmasterOf = (dataDir: string): number => Number(fileOf(`${dataDir}/postgres/postmaster.pid`).split('\n')[0]);
