import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { root } from '../../../scripts/checkout.mjs';
import { allScopes, personalTokenOf, tokenOf } from './people.ts';
import { runProgram } from './program.ts';

const folder = join(root, 'docs/api/examples');

/** What each example of the guide prints, in essence. */
const outputs: Record<string, RegExp> = {
  'by-get.sh': /"title":"Science","courseCount":\d+/,
  'catalogue.py': /^\d+ \S.*\n(?:.*\n){5,}/,
  'catalogue.ts': /Histoire: La Révolution française, 1789-1799, \d modules/,
  'create-course.ts': /^DRAFT\ntitle: REQUIRED \(.+\)\n$/,
  'download.py': /^\S+\.\w+ True\n$/,
  'enrol.py': /^A Tour of the Night Sky \d+ %\n$/,
  'errors.py': /^UNAUTHENTICATED /,
  'errors.ts': /^NOT_FOUND no fault of the server\n$/,
  'first-request.sh': /^\{"data":\{"courses":\{"totalCount":\d+,"nodes":\[\{"title":/,
  'follow.ts': /^Algorithms You Can See: \d+ modules changed, 0 are gone\n$/,
  'limits.sh': /^ratelimit-remaining: \d+[^]*"rateLimit":\{"cost":\d+,"limit":60000/im,
  'make-token.ts': /^cursus_pat_\w{4}\n$/,
  'one-course.ts': /^What an algorithm is\n {2}Text: /,
  'search.sh': /"slug":"algorithms-you-can-see"/,
  'sign-in.sh': /"accessToken":"[\w.-]+"/,
  'too-deep.py': /^QUERY_TOO_COMPLEX\n$/,
  'upload.py': /'name': 'moon\.csv', 'size': 26/,
  'upload.sh': /"name":"moon\.csv","size":26,"mediaType":"text\/csv"/,
  'upload.ts': /name: 'moon\.csv'/,
  'who-am-i.sh': /"username":"instructor"/,
};

/** What runs an example, by the end of its name. */
const runners: Record<string, { needs: string; command: (file: string) => string[] }> = {
  '.ts': { needs: 'node', command: (file) => [process.execPath, file] },
  '.py': { needs: 'python3', command: (file) => ['python3', file] },
  '.sh': { needs: 'curl', command: (file) => ['sh', '-eu', file] },
};

const isThere = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

const examples = readdirSync(folder).filter((file) => extname(file) in runners);

describe('the examples of the guide', () => {
  let workplace = '';
  let token = '';
  beforeAll(async () => {
    token = await personalTokenOf(await tokenOf('instructor'), allScopes);
    workplace = await mkdtemp(join(tmpdir(), 'cursus-guide-'));
    for (const example of examples.filter((file) => !file.endsWith('.ts'))) await cp(join(folder, example), join(workplace, example));
  });
  afterAll(() => rm(workplace, { recursive: true, force: true }));

  test('are all known here', () => {
    expect(examples.toSorted()).toEqual(Object.keys(outputs));
  });

  for (const example of examples) {
    const runner = runners[extname(example)];
    if (runner === undefined) continue;
    test.skipIf(!isThere(runner.needs))(`${example} (by ${runner.needs})`, async () => {
      const cwd = example.endsWith('.ts') ? folder : workplace;
      const { status, output } = await runProgram(runner.command(example), {
        cwd,
        env: { CURSUS_URL: inject('cursusUrl'), CURSUS_TOKEN: token },
      });
      expect(output).toMatch(outputs[example] ?? /never/);
      expect(status).toBe(0);
    });
  }
});
