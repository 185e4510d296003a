import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

import { check } from './check.mjs';
import { cacheFolder, root } from './checkout.mjs';
import { build, programOf } from './prepare.mjs';
import { runStep, tellOutcomes } from './steps.mjs';

/**
 * @typedef {import('./steps.mjs').Outcome} Outcome
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
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
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const folder of beforeBuild) outcomes.push(await runTests(folder, toolchain, sum));
  const built = await buildStep({ toolchain, report, signal });
  outcomes.push(built);
  for (const folder of built.isGood ? afterBuild : []) outcomes.push(await runTests(folder, toolchain, sum));
  if (built.isGood) outcomes.push(await runStep(quickBench(toolchain.node), toolchain.env));
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
  return { ...outcome, name: `${outcome.name}: ${passed} passed, ${failed} failed` };
}

/**
 * @param {string} file
 * @returns {Tally}
 */
function tallyOf(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
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
