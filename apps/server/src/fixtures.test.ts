import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Factory } from '../test/factories.ts';
import { openSchool } from '../test/harness.ts';

const school = await openSchool();
const make = new Factory(school);
const folder = await mkdtemp(join(tmpdir(), 'cursus-fixtures-'));
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The program behind `npm run fixtures`, beside the running server. */
function fixtures(...parameters: string[]): Promise<Ended> {
  const { DATABASE_URL, DATA_DIR } = school.services.env;
  const program = join(import.meta.dirname, 'fixtures.ts');
  const options = { cwd: folder, env: { DATABASE_URL, DATA_DIR, NODE_ENV: 'production', LOG_LEVEL: 'warn' } };
  const register = import.meta.resolve('@oxc-node/core/register');
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', register, program, ...parameters], options, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

test('the command dumps, loads, and tells what is wrong in one line each, and how it is used', async () => {
  const subject = await make.subject({ title: 'Géométrie' });
  const dumped = await fixtures('dump', '--only', 'subjects, courses', '--output', 'f.json');
  expect(dumped).toEqual({ code: 0, out: 'subjects: 1\ncourses: 0\n', err: '' });
  const json = await readFile(join(folder, 'f.json'), 'utf8');
  expect(json).toContain(`"id": "${subject.uuid}",\n      "title": "Géométrie",`);
  await writeFile(join(folder, 'g.json'), json.replace('Géométrie', 'Geometry'));
  await writeFile(join(folder, 'h.json'), json.replace('"title"', '"titel"'));
  const [loaded, wrong, mistyped, help] = await Promise.all([
    fixtures('load', 'g.json'),
    fixtures('load', 'h.json'),
    fixtures('lode', 'f.json'),
    fixtures('--help'),
  ]);
  expect(loaded).toEqual({ code: 0, out: 'subjects: 1, 0 new, 1 changed, 0 as they were\n', err: '' });
  expect(wrong).toEqual({ code: 1, out: '', err: `h.json:5: subjects ${subject.uuid}: there is no titel.\nNothing was done.\n` });
  expect(mistyped).toEqual({ code: 1, out: '', err: 'There is no command lode. See npm run fixtures -- --help.\n' });
  expect(help).toMatchObject({ code: 0, err: '' });
  expect(help.out).toContain('npm run fixtures -- load FILE.json');
  expect(help.out).toContain('Kinds: groups, users, files');
});
