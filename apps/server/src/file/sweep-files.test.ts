import { randomUUID } from 'node:crypto';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { openSchool } from '../../test/harness.ts';
import { uploaded } from '../../test/upload.ts';
import { sweepFiles } from './sweep-files.ts';

const school = await openSchool();
const make = new Factory(school);
const { storage, env } = school.services;
const owner = await make.user('Instructors');
const caller = await school.as(owner.uuid);

const root = join(env.DATA_DIR, 'files');
const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1_000);

async function onDisk(): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function stored(createdAt: Date): Promise<string> {
  const { uuid } = await uploaded(caller, 'IMAGE');
  await school.db.updateTable('stored_file').set({ created_at: createdAt }).where('id', '=', uuid).execute();
  return uuid;
}

test('what nothing has referred to for a day goes, with its bytes; whatever is used or new stays', async () => {
  const [unused, fresh] = [await stored(yesterday), await stored(new Date())];
  const [cover, avatar, shown] = [await stored(yesterday), await stored(yesterday), await stored(yesterday)];
  await make.course(owner, { imageId: cover });
  await school.db.updateTable('profile').set({ avatar_id: avatar }).where('user_id', '=', owner.uuid).execute();
  const content = await make.content(await make.module(await make.course(owner)));
  await school.db.insertInto('content_file').values({ content_id: content.uuid, file_id: shown }).execute();
  expect(await sweepFiles(school.db, storage)).toBe(1);
  const rows = await school.db.selectFrom('stored_file').select('id').execute();
  const staying = [fresh, cover, avatar, shown].toSorted();
  expect(rows.map(({ id }) => id).toSorted()).toEqual(staying);
  expect((await onDisk()).toSorted()).toEqual(staying);
  expect(staying).not.toContain(unused);
});

test('what is shown by a content in the trash stays, for who takes it back out', async () => {
  const file = await stored(yesterday);
  const content = await make.content(await make.module(await make.course(owner)), 1, { deletedAt: new Date() });
  await school.db.insertInto('content_file').values({ content_id: content.uuid, file_id: file }).execute();
  await sweepFiles(school.db, storage);
  expect(await onDisk()).toContain(file);
});

test('bytes that no row names go after a day: a crash left them', async () => {
  const [old, fresh] = [randomUUID(), randomUUID()];
  for (const id of [old, fresh]) await storage.keep(id, await storage.receive(id, Readable.from([Buffer.from('x')]), 10));
  await utimes(join(root, old.slice(0, 2), old), yesterday, yesterday);
  await sweepFiles(school.db, storage);
  const left = await onDisk();
  expect(left).not.toContain(old);
  expect(left).toContain(fresh);
});

test('a file that a mutation refers to at this moment is passed over', async () => {
  const file = await stored(yesterday);
  await school.db.transaction().execute(async (trx) => {
    await trx.selectFrom('stored_file').select('id').where('id', '=', file).forShare().execute();
    await sweepFiles(school.db, storage);
    expect(await onDisk()).toContain(file);
  });
});

test('what a crash left half-written is taken away at the start', async () => {
  await storage.receive('half', Readable.from([Buffer.from('half of')]), 100);
  expect(await onDisk()).toContain('half.part');
  await storage.prepare();
  expect(await onDisk()).not.toContain('half.part');
});
