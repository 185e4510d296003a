import { join } from 'node:path';

import { root } from './checkout.mjs';
import { build } from './prepare.mjs';
import { runVisibly } from './tool.mjs';

/**
 * Measures what was built beside a bare server and PostGraphile, and writes docs/PERFORMANCE.md. Slow figures are no failure.
 * @param {{ toolchain: import('./toolchain.mjs').Toolchain, parameters: string[] } & import('./foreground.mjs').Foreground} run
 */
export async function bench({ toolchain, parameters, report, signal }) {
  await build({ toolchain, report, signal });
  return runVisibly([toolchain.node, join(root, 'apps/bench/src/main.ts'), ...parameters], { env: toolchain.env });
}
