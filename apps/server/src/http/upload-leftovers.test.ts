import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test, vi } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { openSchool } from '../../test/harness.ts';
import { contentOf, formOf, upload } from '../../test/upload.ts';

const school = await openSchool();
const caller = await school.as((await new Factory(school).user('Instructors')).uuid);

/** Where the multipart parser buffers what arrives. */
const buffers = await mkdtemp(join(tmpdir(), 'cursus-buffers-'));
vi.stubEnv('TMPDIR', buffers);
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(buffers, { recursive: true, force: true });
});

const leftovers = async (): Promise<string[]> => [
  ...(await readdir(buffers)),
  ...(await readdir(join(school.services.env.DATA_DIR, 'files'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name),
];

interface Sent {
  readonly headers: Record<string, string>;
  readonly body: Readable;
  /** Cut the connection once all of the body is on its way. */
  readonly isCut?: boolean;
}

/** The status that a body is answered with, once the connection is over; null when it ended without an answer. */
function send({ headers, body, isCut = false }: Sent): Promise<number | null> {
  return new Promise((resolve) => {
    const sent = request(`${school.url}/graphql`, { method: 'POST', agent: false, headers });
    let status: number | null = null;
    sent.on('response', (response) => {
      status = response.statusCode ?? null;
      response.resume();
    });
    sent.on('error', () => undefined);
    sent.on('close', () => resolve(status));
    body.on('end', () => isCut && setTimeout(() => sent.destroy(), 5));
    body.pipe(sent, { end: !isCut });
  });
}

const megabyte = Buffer.alloc(1024 ** 2, 'x');

const bodyOf = (head: string, megabytes: number): Readable =>
  Readable.from(
    (function* () {
      yield Buffer.from(head);
      for (let at = 0; at < megabytes; at += 1) yield megabyte;
    })(),
  );

const form = '--b\r\nContent-Disposition: form-data; name="operations"; filename="a"\r\n\r\n';

test.each([
  ['multipart/form-data; boundary=b', form, 401],
  ['application/json', '{"query":"', 413],
  ['text/plain', '', 400],
  ['application/octet-stream', '', 400],
])('300 MB of %s by nobody in particular leave nothing on the disk', async (type, head, status) => {
  const headers = { 'content-type': type, 'apollo-require-preflight': 'true' };
  const seen = new Set<string>();
  const looking = setInterval(() => void leftovers().then((names) => names.forEach((name) => seen.add(name))), 20);
  const withLength = { ...headers, 'content-length': String(Buffer.byteLength(head) + 300 * 1024 ** 2) };
  const statuses = [await send({ headers, body: bodyOf(head, 300) }), await send({ headers: withLength, body: bodyOf(head, 300) })];
  clearInterval(looking);
  for (const each of statuses) expect([status, null]).toContain(each);
  expect([...seen, ...(await leftovers())]).toEqual([]);
});

test('an upload that is cut, a hundred times, leaves no file, and the server up', async () => {
  const bytes = new Uint8Array(300_000).fill(65);
  const whole = new Request(school.url, { method: 'POST', body: formOf({ use: 'FILE', name: 'long.txt', bytes }) });
  const [type, body] = [whole.headers.get('content-type') ?? '', Buffer.from(await whole.arrayBuffer())];
  const headers = { ...caller.headers, 'content-type': type, 'content-length': String(body.length), 'apollo-require-preflight': 'true' };
  for (let round = 0; round < 34; round += 1) {
    await Promise.all(
      [0.1, 0.5, 0.99].map((part) =>
        send({ headers, body: Readable.from([body.subarray(0, Math.floor(body.length * part))]), isCut: true }),
      ),
    );
  }
  await expect.poll(leftovers, { timeout: 5_000 }).toEqual([]);
  expect(await school.db.selectFrom('stored_file').select('id').execute()).toEqual([]);
  const kept = await upload(caller, { use: 'FILE', name: 'x.txt', bytes: contentOf.text });
  expect(kept.data?.uploadFile?.file?.name).toBe('x.txt');
  await expect.poll(leftovers).toHaveLength(1);
});
