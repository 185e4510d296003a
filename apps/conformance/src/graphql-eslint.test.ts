import { describe, expect, test } from 'vitest';
import { root } from '../../../scripts/checkout.mjs';
import { programOf } from '../../../scripts/prepare.mjs';
import { runProgram } from './program.ts';

describe('graphql-eslint, recommended and relay', () => {
  test('finds nothing in schema.graphql', async () => {
    const eslint = programOf('eslint', 'apps/conformance');
    const { status, output } = await runProgram([eslint, '--config', 'apps/conformance/eslint.config.js', 'schema.graphql'], { cwd: root });
    expect(output).toBe('');
    expect(status).toBe(0);
  });
});
