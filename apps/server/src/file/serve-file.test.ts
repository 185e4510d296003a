import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { openSchool } from '../../test/harness.ts';
import { contentOf, type Upload, upload } from '../../test/upload.ts';

const school = await openSchool();
const make = new Factory(school);
const caller = await school.as((await make.user('Instructors')).uuid);

async function urlOf(file: Upload): Promise<string> {
  const { data } = await upload(caller, file);
  return data?.uploadFile?.file?.url ?? '';
}

const letters = new TextEncoder().encode('abcdefghij');
const text = await urlOf({ use: 'FILE', name: 'letters.txt', bytes: letters });

async function range(value: string) {
  const response = await caller.get(text, { range: value });
  const { status, headers } = response;
  return { status, range: headers.get('content-range'), length: headers.get('content-length'), body: await response.text() };
}

test('a file comes whole, and says that parts can be asked for', async () => {
  const response = await caller.get(text);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('abcdefghij');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    'content-disposition': "attachment; filename*=UTF-8''letters.txt",
    'content-length': '10',
    'content-type': 'text/plain; charset=utf-8',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
  expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
});

test.each([
  ['bytes=0-3', '0-3/10', 'abcd'],
  ['bytes=4-4', '4-4/10', 'e'],
  ['bytes=7-', '7-9/10', 'hij'],
  ['bytes=-2', '8-9/10', 'ij'],
  ['bytes=5-1000', '5-9/10', 'fghij'],
])('the part %s is 206', async (asked, given, body) => {
  expect(await range(asked)).toEqual({ status: 206, range: `bytes ${given}`, length: String(body.length), body });
});

test.each(['bytes=10-', 'bytes=20-30'])('a part behind the end (%s) is 416 and tells the size', async (asked) => {
  expect(await range(asked)).toMatchObject({ status: 416, range: 'bytes */10', body: '' });
});

test.each(['bytes=0-1,5-6', 'letters=0-3', 'bytes=x'])('what is no single part (%s) gives the whole', async (asked) => {
  expect(await range(asked)).toMatchObject({ status: 200, range: null, body: 'abcdefghij' });
});

test('who has the file already gets 304', async () => {
  const etag = (await caller.get(text)).headers.get('etag') ?? '';
  // A client that asks with `no-cache`, as fetch does by itself, wants the whole file.
  const response = await caller.get(text, { 'if-none-match': etag, 'cache-control': 'max-age=0' });
  expect([response.status, await response.text()]).toEqual([304, '']);
  expect((await caller.get(text, { 'if-none-match': '"another"', 'cache-control': 'max-age=0' })).status).toBe(200);
});

test('HEAD tells all but the bytes', async () => {
  const response = await fetch(`${school.url}${text}`, { method: 'HEAD', headers: caller.headers });
  expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '10', '']);
});

test('pictures, films and PDF are shown, everything else is downloaded; a PDF alone is not in a sandbox', async () => {
  const files: [Upload, string][] = [
    [{ use: 'IMAGE', name: 'x.png', bytes: contentOf.png }, 'inline'],
    [{ use: 'VIDEO', name: 'x.webm', bytes: contentOf.webm }, 'inline'],
    [{ use: 'FILE', name: 'x.pdf', bytes: contentOf.pdf }, 'inline'],
    [{ use: 'FILE', name: 'x.csv', bytes: contentOf.text }, 'attachment'],
    [{ use: 'CAPTIONS', name: 'x.vtt', bytes: contentOf.vtt }, 'attachment'],
  ];
  for (const [file, disposition] of files) {
    const { headers } = await caller.get(await urlOf(file));
    expect(headers.get('content-disposition')).toBe(`${disposition}; filename*=UTF-8''${file.name}`);
    expect(headers.get('content-security-policy')?.includes('sandbox')).toBe(!file.name.endsWith('.pdf'));
  }
});

test('a name of any characters is told as it is, and breaks no header', async () => {
  const { headers } = await caller.get(await urlOf({ use: 'FILE', name: `d'été (1) né; €.txt`, bytes: letters }));
  expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''d%27%C3%A9t%C3%A9%20%281%29%20n%C3%A9%3B%20%E2%82%AC.txt");
});

test('a reader who goes away in the middle leaves the server well', async () => {
  const big = await urlOf({ use: 'FILE', name: 'big.txt', bytes: new Uint8Array(8 * 1024 * 1024).fill(97) });
  const reading = new AbortController();
  const response = await fetch(`${school.url}${big}`, { headers: caller.headers, signal: reading.signal });
  await response.body?.getReader().read();
  reading.abort();
  expect((await caller.get(text)).status).toBe(200);
});

test('a row whose bytes are gone ends the connection, not the server', async () => {
  const url = await urlOf({ use: 'FILE', name: 'lost.txt', bytes: letters });
  await school.services.storage.remove(url.slice('/files/'.length));
  await expect(caller.get(url).then((response) => response.text())).rejects.toThrow();
  expect((await caller.get(text)).status).toBe(200);
});
