import { join } from 'node:path';

import { root } from './checkout.mjs';
import { programOf } from './prepare.mjs';
import { runStep } from './steps.mjs';

const typed = [
  'scripts',
  'packages/rules',
  'packages/client',
  'apps/server',
  'apps/web',
  'apps/bench',
  'apps/conformance',
  'apps/graphiql',
  'apps/journeys',
  'docs/api/examples',
  'examples/enrol-in-everything',
];

/**
 * Everything that is known to be right or wrong without running the product.
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 * @returns {Promise<import('./steps.mjs').Outcome[]>}
 */
export async function check({ node, pnpm, env }) {
  /** @type {import('./steps.mjs').Step[]} */
  const steps = [
    { name: 'Types of the GraphQL documents', command: [programOf('graphql-codegen'), '--config', 'codegen.ts'] },
    ...typed.map((folder) => ({ name: `Types of ${folder}`, command: [programOf('tsc'), '-p', folder] })),
    { name: 'Lint', command: [programOf('oxlint'), '--type-aware'] },
    { name: 'Structure', command: [node, 'scripts/check-structure.mjs'] },
    { name: 'Format (npm run check -- --fix mends it)', command: [programOf('oxfmt'), '--check'] },
    { name: 'Unused files, exports and dependencies', command: [programOf('knip')] },
    { name: 'Peer dependencies', command: [pnpm, 'peers', 'check'] },
    { name: 'The guide shows its examples as they are', command: [node, 'scripts/guide.mjs', '--check'] },
    schemaStep(node, 'schema.graphql is what the server serves (npm run check -- --fix writes it)', '--check'),
  ];
  const outcomes = [];
  for (const step of steps) outcomes.push(await runStep(step, env));
  return outcomes;
}

/**
 * @param {string} node
 * @param {string} name
 * @param {string[]} options
 * @returns {import('./steps.mjs').Step}
 */
const schemaStep = (node, name, ...options) => ({
  name,
  command: [node, '--import', '@oxc-node/core/register', 'src/print-schema.ts', ...options],
  cwd: join(root, 'apps/server'),
});

/**
 * Mends what can be mended without a thought.
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 */
export async function fix({ node, env }) {
  await runStep(schemaStep(node, 'schema.graphql'), env);
  await runStep({ name: 'Examples of the guide', command: [node, 'scripts/guide.mjs'] }, env);
  await runStep({ name: 'Lint', command: [programOf('oxlint'), '--type-aware', '--fix', '--quiet'] }, env);
  await runStep({ name: 'Format', command: [programOf('oxfmt')] }, env);
}
