import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Db } from '../src/database.ts';
import { Factory, type Made } from './factories.ts';
import { openSchool } from './harness.ts';

const school = await openSchool();
const make = new Factory(school);
let [owner, course, module]: (Made | undefined)[] = [];

beforeAll(async () => {
  owner = await make.user('Instructors');
  course = await make.course(owner);
  module = await make.module(course, 1);
});

/** Runs statements as one transaction, in plain SQL: what the database holds, it holds for everybody. */
const transaction = (...statements: ReturnType<typeof sql>[]) =>
  school.db.transaction().execute(async (trx: Db) => {
    for (const statement of statements) await statement.execute(trx);
  });

const content = (id: string, position: number) =>
  sql`insert into content (id, module_id, position) values (${id}, ${module?.uuid}, ${position})`;
const item = (id: string, kind = 'text') =>
  sql`insert into item (id, kind, owner_id, title) values (${id}, ${kind}, ${owner?.uuid}, 'An item')`;
const text = (id: string) => sql`insert into text (id, body) values (${id}, '')`;

test('a content and its item come together, in whichever order', async () => {
  const [one, two] = [randomUUID(), randomUUID()];
  await transaction(content(one, 101), item(one), text(one));
  await transaction(item(two), content(two, 102), text(two));
});

test('a content without an item, and an item without a content, are refused at the commit', async () => {
  await expect(transaction(content(randomUUID(), 103))).rejects.toMatchObject({ code: '23503' });
  await expect(transaction(item(randomUUID()))).rejects.toMatchObject({ code: '23503' });
  const id = randomUUID();
  await transaction(content(id, 104), item(id), text(id));
  await expect(transaction(sql`delete from item where id = ${id}`)).rejects.toMatchObject({ code: '23503' });
});

test('an item is of one kind alone', async () => {
  const id = randomUUID();
  await transaction(content(id, 105), item(id, 'image'));
  await expect(transaction(text(id))).rejects.toMatchObject({ code: '23503' });
  await expect(transaction(sql`insert into text (id, kind, body) values (${id}, 'image', '')`)).rejects.toMatchObject({ code: '23514' });
  await expect(transaction(content(randomUUID(), 106), item(randomUUID(), 'quiz'))).rejects.toMatchObject({ code: '23514' });
});

test('a content that goes takes its item and all of it along', async () => {
  const made = await make.content(module ?? { id: '', uuid: '' }, 107);
  await transaction(sql`delete from content where id = ${made.uuid}`);
  const { rows } = await sql`select id from item where id = ${made.uuid} union all select id from text where id = ${made.uuid}`.execute(
    school.db,
  );
  expect(rows).toEqual([]);
});

test('a place is taken once, but for what is in the trash; one statement may change places around', async () => {
  const parent = await make.course(owner ?? { id: '', uuid: '' });
  const [first, second] = [await make.module(parent, 1), await make.module(parent, 2)];
  await make.module(parent, 2, { deletedAt: new Date() });
  const twice = sql`update module set position = 1 where id = ${second.uuid}`;
  await expect(transaction(twice)).rejects.toMatchObject({ code: '23P01' });
  await transaction(sql`update module set position = 3 - position where id in (${first.uuid}, ${second.uuid})`);
  await transaction(sql`set constraints module_position_key deferred`, twice, sql`update module set position = 2 where id = ${first.uuid}`);
  await expect(transaction(sql`update module set deleted_at = null where course_id = ${parent.uuid}`)).rejects.toMatchObject({
    code: '23P01',
  });
  await expect(transaction(sql`update module set position = 0 where id = ${first.uuid}`)).rejects.toMatchObject({ code: '23514' });
});

test('an address is one person’s once it is confirmed, whatever its case', async () => {
  const [first, second] = [
    await make.user('Students', { emailConfirmedAt: null }),
    await make.user('Students', { emailConfirmedAt: null }),
  ];
  await transaction(sql`update "user" set email = 'Shared@example.org' where id in (${first.uuid}, ${second.uuid})`);
  const confirm = (id: string, email: string) => sql`update "user" set email_confirmed_at = now(), email = ${email} where id = ${id}`;
  await transaction(confirm(first.uuid, 'shared@example.org'));
  await expect(transaction(confirm(second.uuid, 'SHARED@example.org'))).rejects.toMatchObject({ code: '23505' });
});

test('what was published says when, a picture says what it shows, a film has one source', async () => {
  const [picture, film, id] = [await make.user(), randomUUID(), randomUUID()];
  await expect(transaction(sql`update course set published_at = null where id = ${course?.uuid}`)).rejects.toMatchObject({ code: '23514' });
  await transaction(
    sql`insert into stored_file (id, owner_id, use, name, media_type, size, sha256) values (${film}, ${picture.uuid}, 'video', 'x', 'video/webm', 1, '')`,
  );
  const video = (host: string | null, fileId: string | null) =>
    sql`insert into video (id, host, video_id, file_id) values (${id}, ${host}, ${host}, ${fileId})`;
  const image = sql`insert into image (id, file_id, alternative_text) values (${id}, ${film}, '')`;
  for (const [kind, row] of [
    ['video', video(null, null)],
    ['video', video('vimeo', film)],
    ['image', image],
  ] as const) {
    await expect(transaction(content(id, 108), item(id, kind), row)).rejects.toMatchObject({ code: '23514' });
  }
});

test('every foreign key has an index that begins with it', async () => {
  const { rows } = await sql<{ key: string }>`
    select conrelid::regclass || '.' || conname as key from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
      select from pg_index where indrelid = conrelid and (indkey::int2[])[0:0] = conkey[1:1])`.execute(school.db);
  expect(rows).toEqual([]);
});
