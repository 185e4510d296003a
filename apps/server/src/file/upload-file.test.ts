import { defaultMaxSize } from '@cursus/rules/files';
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { openSchool } from '../../test/harness.ts';
import { contentOf, type Upload, upload } from '../../test/upload.ts';

const school = await openSchool();
const make = new Factory(school);
const instructor = await make.user('Instructors');
const caller = await school.as(instructor.uuid);

/** What lies in the folder of files, half-written ones included. */
async function bytesOnDisk(): Promise<string[]> {
  const entries = await readdir(join(school.services.env.DATA_DIR, 'files'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** What the act leaves on the disk and in the table. */
async function leavesNothing(act: () => Promise<unknown>): Promise<void> {
  const rows = () => school.db.selectFrom('stored_file').select('id').execute();
  const before = [await bytesOnDisk(), await rows()];
  await act();
  expect([await bytesOnDisk(), await rows()]).toEqual(before);
}

describe('a file is kept for what its content is', () => {
  const kept: [string, Upload, object][] = [
    ['a PDF', { use: 'FILE', name: 'sheet.pdf', bytes: contentOf.pdf }, { mediaType: 'application/pdf', width: null }],
    ['a film', { use: 'VIDEO', name: 'film.webm', bytes: contentOf.webm }, { mediaType: 'video/webm' }],
    ['captions', { use: 'CAPTIONS', name: 'film.vtt', bytes: contentOf.vtt }, { mediaType: 'text/vtt' }],
    ['a table', { use: 'FILE', name: 'marks.csv', bytes: contentOf.text }, { mediaType: 'text/csv' }],
    [
      'a picture under another name',
      { use: 'FILE', name: 'picture.pdf', bytes: contentOf.png },
      { mediaType: 'image/png', width: 3, height: 2 },
    ],
  ];
  test.each(kept)('%s', async (_, file, expected) => {
    const { data, errors } = await upload(caller, file);
    expect(errors).toEqual([]);
    expect(data?.uploadFile).toMatchObject({ userErrors: [], file: { name: file.name, size: file.bytes.length, ...expected } });
    const response = await caller.get(data?.uploadFile?.file?.url ?? '');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(file.bytes);
  });
});

describe('a file is refused for what its content is not, and nothing of it stays', () => {
  const zeros = new Uint8Array(100);
  const refused: [string, Upload][] = [
    ['a text called a picture', { use: 'IMAGE', name: 'x.png', bytes: contentOf.text }],
    ['a picture that ends after its first bytes', { use: 'IMAGE', name: 'x.png', bytes: contentOf.png.slice(0, 20) }],
    ['a PDF called a film', { use: 'VIDEO', name: 'x.webm', bytes: contentOf.pdf }],
    ['a picture called captions', { use: 'CAPTIONS', name: 'x.vtt', bytes: contentOf.png }],
    ['a text called captions', { use: 'CAPTIONS', name: 'x.vtt', bytes: contentOf.text }],
    ['captions with bytes that are no text', { use: 'CAPTIONS', name: 'x.vtt', bytes: new Uint8Array([...contentOf.vtt, ...zeros]) }],
    ['bytes called a text', { use: 'FILE', name: 'x.txt', bytes: zeros }],
    ['a text in another encoding than UTF-8', { use: 'FILE', name: 'x.txt', bytes: new Uint8Array([0xc7, 0x61]) }],
    ['a page', { use: 'FILE', name: 'x.html', bytes: new TextEncoder().encode('<script>alert(1)</script>') }],
    [
      'a drawing that can hold scripts',
      { use: 'IMAGE', name: 'x.svg', bytes: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>') },
    ],
    ['a program', { use: 'FILE', name: 'x', bytes: new TextEncoder().encode('\u007fELF') }],
    ['nothing', { use: 'FILE', name: 'x.txt', bytes: new Uint8Array() }],
  ];
  test.each(refused)('%s', async (_, file) => {
    await leavesNothing(async () => {
      const { data } = await upload(caller, file);
      expect(data?.uploadFile).toEqual({ file: null, userErrors: [{ code: 'UNSUPPORTED_MEDIA_TYPE', path: ['file'] }] });
    });
  });
});

test('a file that is larger than its use takes is refused with the limit, and nothing of it stays', async () => {
  const limit = defaultMaxSize.captions;
  const bytes = new Uint8Array(limit + 1).fill(32);
  bytes.set(contentOf.vtt);
  await leavesNothing(async () => {
    const { data } = await upload(caller, { use: 'CAPTIONS', name: 'long.vtt', bytes });
    expect(data?.uploadFile).toEqual({ file: null, userErrors: [{ code: 'TOO_LARGE', path: ['file'], limit }] });
  });
  const { data } = await upload(caller, { use: 'CAPTIONS', name: 'long.vtt', bytes: bytes.slice(0, limit) });
  expect(data?.uploadFile?.userErrors).toEqual([]);
});

const fiveGigabytes = 5 * 1024 ** 3;

/** Leaves this many bytes of somebody's five gigabytes. */
const fill = (owner: Made, left: number) =>
  sql`insert into stored_file (id, owner_id, use, name, media_type, size, sha256)
    values (${randomUUID()}, ${owner.uuid}, 'video', 'films.webm', 'video/webm', ${fiveGigabytes - left}, '')`.execute(school.db);

test('who has filled their five gigabytes stores no more, and nothing of it stays', async () => {
  const collector = await make.user('Instructors');
  await fill(collector, 10);
  const full = await school.as(collector.uuid);
  await leavesNothing(async () => {
    const { data } = await upload(full, { use: 'FILE', name: 'x.txt', bytes: contentOf.text });
    expect(data?.uploadFile).toEqual({ file: null, userErrors: [{ code: 'STORAGE_FULL', path: ['file'] }] });
  });
});

test('forty uploads at once fill what is left and not a byte more', async () => {
  const collector = await make.user('Instructors');
  await fill(collector, 7 * contentOf.text.length);
  const hurried = await school.as(collector.uuid);
  const before = (await bytesOnDisk()).length;
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => upload(hurried, { use: 'FILE', name: 'x.txt', bytes: contentOf.text })),
  );
  const codes = answers.map(({ data }) => data?.uploadFile?.userErrors[0]?.code ?? 'kept');
  expect(codes.toSorted()).toEqual([...Array.from({ length: 33 }, () => 'STORAGE_FULL'), ...Array.from({ length: 7 }, () => 'kept')]);
  expect((await bytesOnDisk()).length).toBe(before + 7);
});

test('a student stores a picture of themselves, and nothing for courses', async () => {
  const student = await school.as((await make.user()).uuid);
  expect((await upload(student, { use: 'AVATAR', name: 'me.png', bytes: contentOf.png })).data?.uploadFile?.userErrors).toEqual([]);
  await leavesNothing(async () => {
    const { errors } = await upload(student, { use: 'FILE', name: 'x.txt', bytes: contentOf.text });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

test.each([
  ['../../etc/passwd.txt', 'passwd.txt'],
  ['C:\\Users\\ada\\notes.txt', 'notes.txt'],
  ['tab\tin.txt', 'tabin.txt'],
  [`${'x'.repeat(300)}.txt`, `${'x'.repeat(196)}.txt`],
  ['e\u0301te\u0301.txt', 'été.txt'],
])('the name %j is kept as %j', async (name, expected) => {
  const { data } = await upload(caller, { use: 'FILE', name, bytes: contentOf.text });
  expect(data?.uploadFile?.file?.name).toBe(expected);
});
