import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

import { cacheFolder, root } from './checkout.mjs';
import { build, programOf } from './prepare.mjs';
import { runStep } from './steps.mjs';

/**
 * `npm run conformance`: what others wrote (suites, linters, clients) and what we publish for them, against the product as npm start runs it.
 * @param {{ toolchain: import('./toolchain.mjs').Toolchain } & import('./foreground.mjs').Foreground} options
 * @returns {Promise<boolean>}
 */
export async function conformance({ toolchain, report, signal }) {
  await build({ toolchain, report, signal });
  const { env } = toolchain;
  const { isGood: areTyped } = await runStep({ name: 'Types of the GraphQL documents', command: [programOf('graphql-codegen')] }, env);
  const file = join(cacheFolder, 'conformance.json');
  rmSync(file, { force: true });
  const folder = 'apps/conformance';
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const step = { name: 'Conformance', command: [programOf('vitest', folder), 'run', ...reporters], cwd: join(root, folder) };
  const { isGood } = await runStep(step, env);
  if (areTyped) tellParties(file);
  return areTyped && isGood;
}

/**
 * A line for each client, linter and suite, with what it was seen to do.
 * @param {string} file
 */
function tellParties(file) {
  /** @type {{ testResults: { name: string, assertionResults: Assertion[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  /** @type {Map<string, Assertion[]>} */
  const parties = new Map();
  for (const { name, assertionResults } of testResults) {
    for (const assertion of assertionResults) {
      const party = assertion.ancestorTitles[0] ?? basename(name, '.test.ts');
      parties.set(party, [...(parties.get(party) ?? []), assertion]);
    }
  }
  const lines = [...parties].toSorted(([one], [other]) => one.localeCompare(other)).map(([party, tests]) => lineOf(party, tests));
  process.stdout.write(`\n── What was seen\n${lines.join('\n')}\n`);
}

/** @typedef {{ title: string, status: string, ancestorTitles: string[] }} Assertion */

/**
 * @param {string} party
 * @param {Assertion[]} tests
 */
function lineOf(party, tests) {
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failed = tests.filter(({ status }) => status === 'failed');
  const skipped = tests.length - passed - failed.length;
  const left = skipped === 0 ? '' : `, ${skipped} not run: the machine lacks what they need`;
  const faults = failed.map(({ title }) => `\n            ${title}`).join('');
  return `  ${failed.length === 0 ? 'ok    ' : 'FAILED'}  ${party}: ${passed} of ${tests.length}${left}${faults}`;
}
