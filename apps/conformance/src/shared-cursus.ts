import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startCursus } from '../../../scripts/started-cursus.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the product as npm start runs it, with the sample school: `inject('cursusUrl')`. */
    cursusUrl: string;
  }
}

/** Starts the product once for all tests; vitest calls what is returned at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cursus-conformance-'));
  const cursus = await startCursus(dataDir);
  await cursus.ready;
  project.provide('cursusUrl', cursus.url);
  return async () => {
    await cursus.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
