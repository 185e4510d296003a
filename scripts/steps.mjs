import { runVisibly } from './tool.mjs';

/**
 * A piece of a long run, and how it went.
 * @typedef {{ name: string, command: string[], cwd?: string }} Step
 * @typedef {{ name: string, isGood: boolean, seconds: number }} Outcome
 */

/**
 * Runs a step before the eyes of who started us.
 * @param {Step} step
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Outcome>}
 */
export async function runStep({ name, command, ...rest }, env) {
  process.stdout.write(`\n── ${name}\n`);
  const begun = Date.now();
  const isGood = await runVisibly(command, { ...rest, env });
  return { name, isGood, seconds: (Date.now() - begun) / 1000 };
}

/** @param {Outcome[]} outcomes */
export function tellOutcomes(outcomes) {
  const lines = outcomes.map(({ name, isGood, seconds }) => `  ${isGood ? 'ok    ' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`);
  process.stdout.write(`\n── Summary\n${lines.join('\n')}\n`);
}
