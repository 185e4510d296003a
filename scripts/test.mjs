import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

import { check } from './check.mjs';
import { cacheFolder, root } from './checkout.mjs';
import { build, programOf } from './prepare.mjs';
import { runStep, tellOutcomes } from './steps.mjs';

/**
 * @typedef {import('./steps.mjs').Outcome} Outcome
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Tally failures: a line for each, of the file, the
 *   test and the beginning of what it said
 */

const beforeBuild = ['packages/rules', 'packages/client', 'apps/server', 'apps/web'];
/** Against the product as it was built. */
const afterBuild = ['apps/conformance', 'apps/journeys'];

/**
 * `npm test`: checks, unit and API tests, the build, and journeys through what was built. All of it runs, so that one run tells all.
 * @param {{ toolchain: import('./toolchain.mjs').Toolchain } & import('./foreground.mjs').Foreground} options
 * @returns {Promise<boolean>}
 */
export async function test({ toolchain, report, signal }) {
  const outcomes = await check(toolchain);
  /** @type {Tally} */
  const sum = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const folder of beforeBuild) outcomes.push(await runTests(folder, toolchain, sum));
  const built = await buildStep({ toolchain, report, signal });
  outcomes.push(built);
  for (const folder of built.isGood ? afterBuild : []) outcomes.push(await runTests(folder, toolchain, sum));
  if (built.isGood) outcomes.push(await runStep(quickBench(toolchain.node), toolchain.env));
  if (sum.failures.length > 0) process.stdout.write(`\n── Failed\n${sum.failures.join('\n')}\n`);
  tellOutcomes(outcomes);
  const skipped = sum.skipped === 0 ? '' : `, ${sum.skipped} skipped`;
  process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed${skipped}\n`);
  return outcomes.every(({ isGood }) => isGood);
}

/**
 * Not for its figures: the same data must come from all servers.
 * @param {string} node
 * @returns {import('./steps.mjs').Step}
 */
const quickBench = (node) => ({ name: 'Benchmark, quickly', command: [node, 'apps/bench/src/main.ts', '--quick'], cwd: root });

/**
 * @param {string} folder
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 * @param {Tally} sum
 * @returns {Promise<Outcome>}
 */
async function runTests(folder, { env }, sum) {
  const file = join(cacheFolder, `tests-${basename(folder)}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const step = { name: `Tests of ${folder}`, command: [programOf('vitest', folder), 'run', ...reporters], cwd: join(root, folder) };
  const outcome = await runStep(step, env);
  const tally = tallyOf(file);
  const { passed, skipped } = tally;
  // A file that cannot be loaded, or a runner that fell over, has no failed test of its own to be counted.
  const failed = outcome.isGood ? tally.failed : Math.max(tally.failed, 1);
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
  sum.failures.push(...tally.failures);
  return { ...outcome, name: `${outcome.name}: ${passed} passed, ${failed} failed` };
}

/**
 * @param {string} file
 * @returns {Tally}
 */
function tallyOf(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0, failures: [] };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const failures = testResults.flatMap(failuresOf);
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests, failures };
}

/**
 * What is told once more at the end, where one looks first and where what a machine keeps of a long output is likely to reach.
 * @param {{ name: string, status: string, message: string, assertionResults: { fullName: string, status: string, failureMessages: string[] }[] }} file
 */
function failuresOf({ name, status, message, assertionResults }) {
  const path = relative(root, name);
  const failed = assertionResults.filter((result) => result.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [failureLine(path, message)] : [];
  return failed.map(({ fullName, failureMessages }) => failureLine(`${path}: ${fullName}`, failureMessages[0] ?? ''));
}

/**
 * @param {string} what
 * @param {string} message
 */
function failureLine(what, message) {
  return `  ${what}\n    ${stripVTControlCharacters(message).slice(0, 600).replaceAll('\n', '\n    ')}`;
}

/**
 * @param {import('./prepare.mjs').Preparation} preparation
 * @returns {Promise<Outcome>}
 */
async function buildStep(preparation) {
  process.stdout.write('\n── Build\n');
  const begun = Date.now();
  const isGood = await build(preparation).then(
    () => true,
    () => false,
  );
  return { name: 'Build', isGood, seconds: (Date.now() - begun) / 1000 };
}
