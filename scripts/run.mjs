import { builtProgram } from './built-program.mjs';
import { check, fix } from './check.mjs';
import { conformance } from './conformance.mjs';
import { dev } from './dev.mjs';
import { Failure } from './failure.mjs';
import { inForeground } from './foreground.mjs';
import { install } from './prepare.mjs';
import { serverCommand } from './server-command.mjs';
import { tellOutcomes } from './steps.mjs';
import { test } from './test.mjs';
import { bringToolchain } from './toolchain.mjs';

/**
 * Every npm script but `start`: brings what it needs on any Node.js with npm, then does its work.
 * @typedef {{ toolchain: import('./toolchain.mjs').Toolchain, parameters: string[] } & import('./foreground.mjs').Foreground} Run
 * @type {Record<string, (run: Run) => Promise<boolean | void>>}
 */
const commands = {
  dev,
  test,
  // What is done from the command line with this installation, whether it runs or not.
  admin: serverCommand('admin.js'),
  fixtures: serverCommand('fixtures.js'),
  check: checked,
  conformance,
  // Measures what was built beside a bare server and PostGraphile, and writes docs/PERFORMANCE.md. Slow figures are no failure.
  bench: builtProgram('apps/bench/src/main.ts'),
  // Every page on a phone and a desk, light and dark, in both languages; with a word, the pages whose address holds it.
  screenshots: builtProgram('apps/journeys/src/screenshots.ts'),
  // How fast the catalogue and the player come on a slow phone. Slow figures are no failure.
  vitals: builtProgram('apps/journeys/src/vitals.ts'),
};

const [name = '', ...parameters] = process.argv.slice(2);

await inForeground(async ({ signal, report }) => {
  const command = commands[name];
  if (command === undefined) throw new Failure(`There is no command '${name}'. There are: ${Object.keys(commands).join(', ')}.`);
  const toolchain = await bringToolchain({ report, signal });
  await install({ toolchain, report, signal });
  return command({ toolchain, parameters, signal, report });
});

/** @param {Run} run */
async function checked({ toolchain, parameters: [option] }) {
  if (option === '--fix') await fix(toolchain);
  const outcomes = await check(toolchain);
  tellOutcomes(outcomes);
  return outcomes.every(({ isGood }) => isGood);
}
