import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { Factory } from '../../test/factories.ts';
import { makeFullPerson } from '../../test/full-person.ts';
import { graphql } from '../../test/gql/gql.ts';
import { Caller, openSchool } from '../../test/harness.ts';
import { mailTo } from '../../test/mails.ts';
import { everyPersonalData, impersonalTables } from '../personal-data/every-table.ts';
import { buildDataExportJob, forgetDataExports } from './build-data-export.ts';

const school = await openSchool({ MAILBOX: 'true' });
const make = new Factory(school);

const Request = graphql(`
  mutation DataExportRequest {
    requestDataExport {
      dataExport {
        status
      }
      userErrors {
        code
      }
    }
  }
`);
const Look = graphql(`
  query DataExportLook {
    viewer {
      dataExport {
        status
        done
        total
        size
        readyAt
        expiresAt
        url
      }
    }
  }
`);

const look = async (caller: Caller) => (await caller.data(Look)).viewer?.dataExport ?? null;

async function ready(caller: Caller) {
  await expect.poll(async () => (await look(caller))?.status, { timeout: 20_000 }).toBe('READY');
  return (await look(caller)) ?? expect.fail('there is an archive');
}

/** What stands in an archive, by its path. */
async function unzipped(caller: Caller, url: string): Promise<Map<string, Buffer>> {
  const answer = await caller.get(url);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const zip = await fromBufferPromise(Buffer.from(await answer.arrayBuffer()));
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) found.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return found;
}

test('every table of the database is declared to hold something of people, or nothing, and no two slices speak of one', async () => {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(school.db);
  const declared = [...everyPersonalData.flatMap(({ tables }) => tables), ...Object.keys(impersonalTables)];
  expect(declared.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
});

test('an archive holds all that is declared of its person, their files, and nothing of anybody else', async () => {
  const [person, other] = [await makeFullPerson(school, make, 'amaryllis'), await makeFullPerson(school, make, 'bougainville')];
  expect(await look(person.caller)).toBeNull();
  const { requestDataExport } = await person.caller.data(Request);
  expect(requestDataExport).toEqual({ dataExport: { status: 'WAITING' }, userErrors: [] });
  const archive = await ready(person.caller);
  expect(archive.done).toBe(archive.total);

  const entries = await unzipped(person.caller, archive.url ?? '');
  expect(entries.size).toBe(archive.total);
  const texts = new Map([...entries].map(([path, bytes]) => [path, bytes.toString('utf8')]));
  for (const name of everyPersonalData.flatMap(({ archive: files }) => Object.keys(files))) {
    const held = JSON.parse(texts.get(`${name}.json`) ?? 'null') as object | null;
    expect([name, held !== null && Object.keys(held).length > 0]).toEqual([name, true]);
  }
  const all = [...texts.values()].join('\n');
  for (const word of [
    'u-amaryllis',
    'amaryllis@mail.example',
    'First amaryllis',
    '+33 amaryllis',
    'Body of amaryllis',
    'Program of amaryllis',
  ])
    expect(all).toContain(word);
  expect(all).not.toContain(other.word);
  expect(all).not.toMatch(/argon2|sealed amaryllis|code amaryllis|secretHash|passwordHash/);
  const [picture] = [...entries].flatMap(([path, bytes]) => (path.startsWith(`files/${person.fileId}`) ? [bytes] : []));
  expect(picture?.equals(await buffer(school.services.storage.read(person.fileId)))).toBe(true);

  await mailTo(school, 'amaryllis@mail.example', 'Your archive is ready');
});

test('it is its owner’s alone: to a session, or to a token with the scope', async () => {
  const [person, stranger] = [await make.user(), await make.user('Administrators')];
  const caller = await school.as(person.uuid);
  await caller.data(Request);
  const url = (await ready(caller)).url ?? '';
  expect((await school.nobody.get(url)).status).toBe(401);
  expect((await (await school.as(stranger.uuid)).get(url)).status).toBe(404);
  const withScope = new Caller(school.url, (await make.token(person, ['data:read', 'profile:read'])).secret);
  const without = new Caller(school.url, (await make.token(person, ['profile:read', 'file:read'])).secret);
  expect((await withScope.get(url)).status).toBe(200);
  expect((await look(withScope))?.url).toBe(url);
  expect((await without.get(url)).status).toBe(403);
  expect((await without.run(Request)).errors[0]?.extensions.code).toBe('FORBIDDEN');
});

test('asked for many times at once, it is made once', async () => {
  const person = await make.user();
  const caller = await school.as(person.uuid);
  const answers = await Promise.all(Array.from({ length: 40 }, () => caller.data(Request)));
  expect(answers.every(({ requestDataExport }) => requestDataExport?.userErrors.length === 0)).toBe(true);
  await ready(caller);
  const { rows } = await sql<{ jobs: number }>`select count(*)::int as jobs from pgboss.job where name = 'build-data-export'
    and data ->> 'id' in (select id::text from data_export where user_id = ${person.uuid})`.execute(school.db);
  expect(rows).toEqual([{ jobs: 1 }]);
});

test('one who asks for one after the other waits, as each lies on the disk for a day', async () => {
  const person = await make.user();
  const caller = await school.as(person.uuid);
  const codes = [];
  for (let times = 0; times < 6; times += 1) {
    codes.push((await caller.run(Request)).errors[0]?.extensions.code ?? 'DONE');
    await sql`update data_export set status = 'failed' where user_id = ${person.uuid}`.execute(school.db);
  }
  expect(codes).toEqual(['DONE', 'DONE', 'DONE', 'DONE', 'DONE', 'RATE_LIMITED']);
});

test('after a day it is over, and its bytes go', async () => {
  const person = await make.user();
  const caller = await school.as(person.uuid);
  await caller.data(Request);
  const url = (await ready(caller)).url ?? '';
  await sql`update data_export set expires_at = now() - interval '1 second' where user_id = ${person.uuid}`.execute(school.db);
  expect((await caller.get(url)).status).toBe(404);
  expect(await look(caller)).toBeNull();
  await forgetDataExports(school.db, school.services.storage);
  await expect(buffer(school.services.storage.read(url.split('/').at(-1) ?? ''))).rejects.toThrow('ENOENT');
});

test('one that cannot be made says so, and another can be asked for', async () => {
  const person = await make.user();
  const caller = await school.as(person.uuid);
  await sql`insert into stored_file (id, owner_id, use, name, media_type, size, sha256)
    values (gen_random_uuid(), ${person.uuid}, 'file', 'lost.pdf', 'application/pdf', 1, 'x')`.execute(school.db);
  const id = randomUUID();
  await sql`insert into data_export (id, user_id) values (${id}, ${person.uuid})`.execute(school.db);
  const attempt = (number: number) =>
    buildDataExportJob.perform(school.services, { id }, { id, attempt: number, signal: new AbortController().signal });
  await expect(attempt(1)).rejects.toThrow('ENOENT');
  expect((await look(caller))?.status).toBe('RUNNING');
  await expect(attempt(3)).rejects.toThrow('ENOENT');
  expect((await look(caller))?.status).toBe('FAILED');
  await sql`delete from stored_file where owner_id = ${person.uuid}`.execute(school.db);
  await caller.data(Request);
  await ready(caller);
});
