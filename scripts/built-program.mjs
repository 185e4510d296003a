import { join } from 'node:path';

import { root } from './checkout.mjs';
import { build } from './prepare.mjs';
import { runVisibly } from './tool.mjs';

/**
 * A command that runs one of our programs against what was built.
 * @param {string} program a path of the checkout
 * @returns {(run: { toolchain: import('./toolchain.mjs').Toolchain, parameters: string[] } & import('./foreground.mjs').Foreground) => Promise<boolean>}
 */
export function builtProgram(program) {
  return async ({ toolchain, parameters, report, signal }) => {
    await build({ toolchain, report, signal });
    return runVisibly([toolchain.node, join(root, program), ...parameters], { env: toolchain.env });
  };
}
