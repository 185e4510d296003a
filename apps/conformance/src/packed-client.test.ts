import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { root } from '../../../scripts/checkout.mjs';
import { programOf } from '../../../scripts/prepare.mjs';
import { courseOf } from './operations.ts';
import { tokenOf } from './people.ts';
import { runProgram } from './program.ts';

const clientFolder = join(root, 'packages/client');

/** A program of somebody who knows nothing but what was published. */
const program = `
import { ApiError, createCursusClient, requireAccepted } from '@cursus/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';

const cursus = createCursusClient({ endpoint: process.env['CURSUS_URL'] + '/graphql', token: process.env['CURSUS_TOKEN'] ?? null });

const me: TypedDocumentNode<{ viewer: { username: string } }, {}> = parse('query Me { viewer { username } }');
const { viewer } = await cursus.request(me);
console.log(viewer.username);

type Upload = { uploadFile: { file: { name: string; size: number }; userErrors: { code: string; message: string }[] } };
const upload: TypedDocumentNode<Upload, { file: Blob }> = parse(
  'mutation Keep($file: Upload!) { uploadFile(input: { file: $file, use: FILE }) { file { name size } userErrors { code message } } }',
);
const { uploadFile } = await cursus.request(upload, { file: new File(['alpha,beta\\n1,2\\n'], 'letters.csv', { type: 'text/csv' }) });
console.log(requireAccepted(uploadFile).file);

const nothing: TypedDocumentNode<{ node: null }, { id: string }> = parse('query Nothing($id: ID!) { node(id: $id) { id } }');
await cursus.request(nothing, { id: 'x' }).catch((error: unknown) => {
  if (error instanceof ApiError) console.log(error.code);
});
type Structure = { courseStructureChanged: { course: { title: string } } };
const follow: TypedDocumentNode<Structure, { id: string }> = parse(
  'subscription Follow($id: ID!) { courseStructureChanged(courseId: $id) { course { title } } }',
);
for await (const event of cursus.subscribe(follow, { id: process.env['COURSE_ID'] ?? '' })) {
  console.log(event.courseStructureChanged.course.title);
  break;
}
await cursus.subscribe(follow, { id: 'x' }).next().catch((error: unknown) => {
  if (error instanceof ApiError) console.log(error.code, error.status);
});
await cursus.close();

// @ts-expect-error -- a variable that is required
void (() => cursus.request(nothing));
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cursus-third-party-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What this machine already has, so that nothing is fetched: the workspace's own copies. */
async function copyOf(name: string): Promise<string> {
  return `link:${await realpath(join(clientFolder, 'node_modules', name))}`;
}

async function mustRun(command: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<string> {
  const { status, output } = await runProgram(command, { cwd, env });
  if (status !== 0) throw new Error(`${command.join(' ')}\n${output}`);
  return output;
}

describe('the client, packed as it is published', () => {
  test('holds what was built, its licence and its README, and no source or test', async () => {
    await mustRun(['pnpm', 'pack', '--pack-destination', folder], clientFolder);
    const [tarball = ''] = await readdir(folder);
    const files = await mustRun(['tar', '-tzf', tarball], folder);
    expect(files).toContain('package/dist/client.js');
    expect(files).toContain('package/dist/client.d.ts');
    expect(files).toContain('package/LICENSE');
    expect(files).toContain('package/README.md');
    expect(files).not.toMatch(/package\/src|\.test\./);
  });

  test('is installed in a folder of its own, type-checks, asks, uploads, follows and is refused', async () => {
    const [tarball = ''] = await readdir(folder);
    const names = ['graphql', 'graphql-ws', '@graphql-typed-document-node/core', '@types/node'];
    const copies = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await copyOf(name)] as const)));
    const home = join(folder, 'home');
    await mkdir(home);
    const manifest = {
      name: 'third-party',
      type: 'module',
      private: true,
      dependencies: { '@cursus/client': `file:../${tarball}`, ...copies },
    };
    const compilerOptions = { strict: true, noEmit: true, target: 'es2024', module: 'nodenext', types: ['node'], skipLibCheck: false };
    await writeFile(join(home, 'package.json'), JSON.stringify(manifest));
    await writeFile(join(home, 'pnpm-workspace.yaml'), `overrides: ${JSON.stringify(copies)}\n`);
    await writeFile(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
    await writeFile(join(home, 'program.ts'), program);

    await mustRun(['pnpm', 'install', '--offline'], home, { CI: 'true' });
    await mustRun([programOf('tsc'), '-p', '.'], home);
    const token = await tokenOf('instructor');
    const env = { CURSUS_URL: inject('cursusUrl'), CURSUS_TOKEN: token, COURSE_ID: await courseOf(token, 'Followed by our own') };
    const output = await mustRun([process.execPath, 'program.ts'], home, env);
    expect(output).toBe("instructor\n{ name: 'letters.csv', size: 15 }\nBAD_USER_INPUT\nFollowed by our own\nBAD_USER_INPUT null\n");
  });
});
