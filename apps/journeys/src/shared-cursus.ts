import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { startCursus } from '../../../scripts/started-cursus.mjs';
import { secretsIn } from './log-secrets.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the one product, with the sample school, that all journeys share: `inject('cursusUrl')`. */
    cursusUrl: string;
  }
}

/** All come from one address, and some are one person: what one may ask in a minute is not for them all. */
const manyPeople = { RATE_LIMIT: '1000000', RATE_LIMIT_ANONYMOUS: '1000000' };

/** Starts the product once for all journeys; vitest calls what is returned at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cursus-journeys-'));
  const cursus = await startCursus(dataDir, { LOG_LEVEL: 'debug', ...manyPeople });
  await cursus.ready;
  project.provide('cursusUrl', cursus.url);
  return async () => {
    await cursus.stop();
    // All that people did in all journeys, refusals and faults too, has left no secret behind.
    const leaked = secretsIn(cursus.output());
    if (leaked.length > 0) throw new Error(`The log holds secrets:\n${leaked.join('\n')}`);
    await rm(dataDir, { recursive: true, force: true });
  };
}
