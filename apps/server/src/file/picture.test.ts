import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { type Caller, openSchool } from '../../test/harness.ts';
import { upload } from '../../test/upload.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { reencodeOldPictures } from './reencode-old-pictures.ts';
import { sweepFiles } from './sweep-files.ts';

const school = await openSchool();
const make = new Factory(school);
const owner = await make.user('Instructors');
const instructor = await school.as(owner.uuid);

const Variants = graphql(`
  query PictureVariants($id: ID!) {
    node(id: $id) {
      __typename
      ... on StoredFile {
        name
        mediaType
        size
        width
        height
        url
        srcSet
        variants {
          width
          height
          url
          mediaType
        }
      }
    }
  }
`);

const SetCover = graphql(`
  mutation PictureCover($id: ID!, $imageId: ID!) {
    updateCourse(input: { id: $id, imageId: $imageId }) {
      userErrors {
        code
      }
    }
  }
`);

const field = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: 'teal' } });

/** As a telephone takes it: lying on its side, with the place, the camera and the owner in it. */
const photograph = async (width = 400, height = 300): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await field(width, height)
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Copyright: 'Ada Lovelace' }, IFD3: { GPSLatitude: '48/1 51/1 24/1', GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer(),
  );

async function uploadedPicture(by: Caller, name: string, bytes: Uint8Array<ArrayBuffer>, use: 'IMAGE' | 'AVATAR' | 'FILE' = 'IMAGE') {
  const { data } = await upload(by, { use, name, bytes });
  expect(data?.uploadFile?.userErrors).toEqual([]);
  const id = data?.uploadFile?.file?.id ?? '';
  const { node } = await by.data(Variants, { id });
  if (node?.__typename !== 'StoredFile') throw new Error('the file is not found');
  return { id, uuid: uuidOf('StoredFile', id), ...node };
}

const bytesOf = async (by: Caller, url: string) => Buffer.from(await (await by.get(url)).arrayBuffer());

test('a picture is kept the right way up, without what the camera wrote into it', async () => {
  const bytes = await photograph();
  expect((await sharp(bytes).metadata()).exif?.includes('Ada')).toBe(true);
  const file = await uploadedPicture(instructor, 'holiday.jpg', bytes);
  expect(file).toMatchObject({ name: 'holiday.jpg', mediaType: 'image/jpeg', width: 300, height: 400 });
  const kept = await bytesOf(instructor, file.url);
  const { width, height, exif, xmp, iptc, orientation } = await sharp(kept).metadata();
  expect({ width, height, exif, xmp, iptc, orientation }).toEqual({ width: 300, height: 400 });
  expect(kept.includes('Ada')).toBe(false);
  expect(file.size).toBe(kept.length);
});

test('a picture is no larger than screens are; one of a person smaller still', async () => {
  const bytes = new Uint8Array(await field(4_200, 2_100).png().toBuffer());
  expect(await uploadedPicture(instructor, 'wide.png', bytes)).toMatchObject({ mediaType: 'image/png', width: 3_840, height: 1_920 });
  expect(await uploadedPicture(instructor, 'me.png', bytes, 'AVATAR')).toMatchObject({ width: 512, height: 512 });
});

test('a picture that is there to be downloaded stays as it is', async () => {
  const bytes = await photograph();
  const file = await uploadedPicture(instructor, 'raw.jpg', bytes, 'FILE');
  expect(file).toMatchObject({ width: 300, height: 400 });
  expect((await bytesOf(instructor, file.url)).equals(bytes)).toBe(true);
});

test('what moves keeps moving, as WebP, and has no widths in which it would stand still', async () => {
  const frames = Buffer.concat([await field(30, 20).raw().toBuffer(), Buffer.alloc(30 * 20 * 3, 200)]);
  const gif = await sharp(frames, { raw: { width: 30, height: 40, channels: 3, pageHeight: 20 } })
    .gif({ delay: [100, 100] })
    .toBuffer();
  const file = await uploadedPicture(instructor, 'wave.gif', new Uint8Array(gif));
  expect(file).toMatchObject({ name: 'wave.webp', mediaType: 'image/webp', width: 30, height: 20, variants: [], srcSet: null });
  expect((await sharp(await bytesOf(instructor, file.url)).metadata()).pages).toBe(2);
});

/** A PNG of a few bytes that says it is this wide and high. */
function pngThatSays(width: number, height: number): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(1_000))), chunk('IEND', Buffer.alloc(0))]),
  );
}

test('a decompression bomb is refused by what it says it is, before it is unpacked', async () => {
  for (const use of ['IMAGE', 'AVATAR', 'FILE'] as const) {
    const { data } = await upload(instructor, { use, name: 'bomb.png', bytes: pngThatSays(60_000, 60_000) });
    expect(data?.uploadFile).toEqual({ file: null, userErrors: [{ code: 'TOO_MANY_PIXELS', path: ['file'], limit: 64_000_000 }] });
  }
});

test('a picture that is broken in its middle is refused', async () => {
  const bytes = new Uint8Array(await field(200, 200).png().toBuffer());
  const { data } = await upload(instructor, { use: 'IMAGE', name: 'half.png', bytes: bytes.slice(0, bytes.length - 60) });
  expect(data?.uploadFile).toMatchObject({ file: null, userErrors: [{ code: 'UNSUPPORTED_MEDIA_TYPE', path: ['file'] }] });
});

test('a picture has widths, none larger than itself, and each is what it says', async () => {
  const { url, srcSet, variants } = await uploadedPicture(instructor, 'photo.jpg', await photograph(1_600, 1_000));
  expect(variants.map(({ width, height }) => [width, height])).toEqual([
    [320, 512],
    [640, 1_024],
    [960, 1_536],
    [1_000, 1_600],
  ]);
  expect(srcSet).toBe([320, 640, 960, 1_000].map((width) => `${url}/${width} ${width}w`).join(', '));
  for (const variant of variants) {
    const response = await instructor.get(variant.url);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([response.status, response.headers.get('content-type')]).toEqual([200, variant.mediaType]);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: variant.width, height: variant.height });
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    const again = await instructor.get(variant.url, { 'if-none-match': response.headers.get('etag') ?? '', 'cache-control': 'max-age=0' });
    expect(again.status).toBe(304);
  }
  for (const other of ['321', '1280', '0', 'x', '0320', '-1']) expect((await instructor.get(`${url}/${other}`)).status).toBe(404);
});

test('a width is asked for by many at once and made once', async () => {
  const { variants, uuid } = await uploadedPicture(instructor, 'crowd.jpg', await photograph());
  const url = variants[0]?.url ?? '';
  const answers = await Promise.all(Array.from({ length: 40 }, () => bytesOf(instructor, url)));
  expect(new Set(answers.map((bytes) => bytes.toString('base64'))).size).toBe(1);
  const names = await readdir(join(school.services.env.DATA_DIR, 'files', uuid.slice(0, 2)));
  expect(names.filter((name) => name.startsWith(uuid)).toSorted()).toEqual([uuid, `${uuid}@300`]);
});

test('the widths of a picture open to whom the picture opens, and to nobody else', async () => {
  const course = await make.course(owner);
  const cover = await uploadedPicture(instructor, 'cover.jpg', await photograph());
  const url = cover.variants[0]?.url ?? '';
  const stranger = await school.as((await make.user()).uuid);
  const statuses = async () => [
    (await school.nobody.get(url)).status,
    (await stranger.get(url)).status,
    (await instructor.get(url)).status,
  ];
  expect(await statuses()).toEqual([401, 404, 200]);
  await instructor.data(SetCover, { id: course.id, imageId: cover.id });
  expect(await statuses()).toEqual([200, 200, 200]);
  await school.db.updateTable('course').set({ deleted_at: new Date() }).where('id', '=', course.uuid).execute();
  expect(await statuses()).toEqual([401, 404, 200]);
});

test('the widths of a picture are swept with it', async () => {
  const { uuid, variants } = await uploadedPicture(instructor, 'unused.jpg', await photograph());
  for (const { url } of variants) await bytesOf(instructor, url);
  const folder = join(school.services.env.DATA_DIR, 'files', uuid.slice(0, 2));
  const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1_000);
  await school.db.updateTable('stored_file').set({ created_at: yesterday }).where('id', '=', uuid).execute();
  await sweepFiles(school.db, school.services.storage);
  expect((await readdir(folder)).filter((name) => name.startsWith(uuid))).toEqual([]);
  // What a crash left of one whose row is gone already.
  await school.services.storage.derived(uuid, '320', () => Promise.resolve(Buffer.from('x')));
  await utimes(join(folder, `${uuid}@320`), yesterday, yesterday);
  await sweepFiles(school.db, school.services.storage);
  expect((await readdir(folder)).filter((name) => name.startsWith(uuid))).toEqual([]);
});

test('a picture from before pictures were encoded is encoded later, under its address', async () => {
  const { storage } = school.services;
  const { id, uuid, url } = await uploadedPicture(instructor, 'old.jpg', await photograph());
  const bytes = await photograph(500, 250);
  await storage.keep(uuid, await storage.receive('old', Readable.from([Buffer.from(bytes)]), bytes.length));
  await school.db.updateTable('stored_file').set({ is_reencoded: false, width: 500, height: 250 }).where('id', '=', uuid).execute();
  await reencodeOldPictures(school.db, storage);
  const { node } = await instructor.data(Variants, { id });
  const kept = await bytesOf(instructor, url);
  expect(node).toMatchObject({ name: 'old.jpg', width: 250, height: 500, size: kept.length });
  expect((await sharp(kept).metadata()).exif).toBeUndefined();
});
