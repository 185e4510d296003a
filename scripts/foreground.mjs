import { Failure } from './failure.mjs';

/** @typedef {{ signal: AbortSignal, report: (line: string) => void }} Foreground */

/**
 * Runs a long piece of work before the eyes of a person: Ctrl-C, SIGTERM and the end of the npm that started us ask it to stop, a Failure
 * is told in one line. Work that answers false has told itself what is wrong.
 * @param {(foreground: Foreground) => Promise<boolean | void>} work
 */
export async function inForeground(work) {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop);
  if (process.env['npm_lifecycle_event'] !== undefined) whenParentEnds(stop);
  try {
    const isGood = await work({ signal: stopping.signal, report: (line) => process.stdout.write(`  ${line} …\n`) });
    process.exit(isGood === false ? 1 : 0);
  } catch (error) {
    if (stopping.signal.aborted && error === stopping.signal.reason) process.exit(0);
    process.stderr.write(`${error instanceof Failure ? error.message : (error instanceof Error && error.stack) || String(error)}\n`);
    process.exit(1);
  }
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/**
 * npm passes no signal on when it is killed; its child is then given to another parent.
 * @param {() => void} stop
 */
function whenParentEnds(stop) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
}
