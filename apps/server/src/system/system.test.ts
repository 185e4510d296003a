import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { Caller, openSchool } from '../../test/harness.ts';
import { LiveClient } from '../../test/live-client.ts';
import { Structure } from '../../test/live-documents.ts';

const school = await openSchool({ SLOW_STATEMENT: '150' });
const make = new Factory(school);
const admin = await make.user('Administrators');

const SystemNow = graphql(`
  query SystemNow {
    system {
      version
      nodeVersion
      process
      startedAt
      measuredAt
      memory {
        residentBytes
        heapUsedBytes
        heapLimitBytes
        machineBytes
        machineFreeBytes
      }
      live {
        sockets
        people
        subscriptions
      }
      caches {
        name
        entries
        limit
        hits
        misses
      }
      database {
        version
        sizeBytes
        isListening
        pool {
          connections
          limit
          idle
          waiting
        }
        slowMilliseconds
        slowStatements {
          text
          count
          meanMilliseconds
          maxMilliseconds
          lastAt
        }
        migrations {
          applied
          latest
          latestAt
          pending
        }
      }
      storage {
        uses {
          use
          files
          bytes
        }
        diskBytes
        diskFreeBytes
      }
      queues {
        name
      }
      failedJobs {
        id
      }
    }
  }
`);

const systemOf = async (caller: Caller) => {
  const { system } = await caller.data(SystemNow);
  if (system === null) throw new Error('no system');
  return system;
};

test('who may sees how the system is', async () => {
  const system = await systemOf(await school.as(admin.uuid));
  expect(system.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(system.nodeVersion).toBe(process.versions.node);
  expect(new Date(system.measuredAt).getTime()).toBeGreaterThanOrEqual(new Date(system.startedAt).getTime());
  const { residentBytes, heapUsedBytes, heapLimitBytes, machineBytes, machineFreeBytes } = system.memory;
  expect(heapUsedBytes).toBeLessThan(residentBytes);
  expect(heapUsedBytes).toBeLessThan(heapLimitBytes);
  expect(machineFreeBytes).toBeLessThan(machineBytes);
  expect(system.database).toMatchObject({ isListening: true, slowMilliseconds: 150, migrations: { pending: [] } });
  expect(system.database.version).toMatch(/^\d+\.\d+/);
  expect(system.database.sizeBytes).toBeGreaterThan(1_000_000);
  expect(system.database.migrations.latest).toMatch(/^Migration\d{14}_/);
  expect(system.database.pool).toMatchObject({ limit: 10, waiting: 0 });
  expect(system.database.pool.connections).toBeGreaterThan(0);
  expect(system.storage.diskFreeBytes).toBeLessThan(system.storage.diskBytes);
});

test('it costs the same few statements whatever there is to count', async () => {
  const caller = await school.as(admin.uuid);
  await systemOf(caller);
  const statements = await school.statements(() => systemOf(caller));
  expect(statements).toHaveLength(5);
});

test('a part that nobody asks for is not read', async () => {
  const caller = await school.as(admin.uuid);
  const light = graphql(`
    query SystemVersion {
      system {
        version
        caches {
          name
        }
      }
    }
  `);
  await caller.data(light);
  expect(await school.statements(() => caller.data(light))).toEqual([]);
});

describe('who may not is told so', () => {
  test('a student, an instructor, a program without the scope', async () => {
    for (const person of [await make.user(), await make.user('Instructors')]) {
      const { data, errors } = await (await school.as(person.uuid)).run(SystemNow);
      expect(data).toEqual({ system: null });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
    const program = new Caller(school.url, (await make.token(admin, ['catalog:read'])).secret);
    expect((await program.run(SystemNow)).errors[0]?.message).toBe('The token lacks the scope `system:read`.');
  });

  test('nobody', async () => {
    const { status, errors } = await school.nobody.run(SystemNow);
    expect([status, errors[0]?.extensions.code]).toEqual([200, 'UNAUTHENTICATED']);
  });

  test('a program with the scope, of an owner who may, reads it', async () => {
    const program = new Caller(school.url, (await make.token(admin, ['system:read'])).secret);
    expect((await systemOf(program)).nodeVersion).toBe(process.versions.node);
  });
});

test('caches count what was there and what was not', async () => {
  const caller = await school.as(admin.uuid);
  const viewersOf = async () => (await systemOf(caller)).caches.find(({ name }) => name === 'VIEWERS');
  const before = await viewersOf();
  const after = await viewersOf();
  expect(after?.hits).toBe((before?.hits ?? 0) + 1);
  expect(after?.misses).toBe(before?.misses);
  expect(after?.entries).toBeGreaterThan(0);
  const { caches } = await systemOf(caller);
  expect(caches.map(({ name }) => name)).toEqual(['ANSWERS', 'VIEWERS', 'DOCUMENTS', 'STATEMENTS']);
});

test('files are counted by their use', async () => {
  const caller = await school.as(admin.uuid);
  await sql`insert into stored_file (id, owner_id, use, name, media_type, size, sha256)
    select gen_random_uuid(), ${admin.uuid}, use, 'a', 'text/plain', 3000000000, '' from unnest(array['video', 'video', 'file']) use`.execute(
    school.db,
  );
  expect((await systemOf(caller)).storage.uses).toEqual([
    { use: 'FILE', files: 1, bytes: 3_000_000_000 },
    { use: 'VIDEO', files: 2, bytes: 6_000_000_000 },
  ]);
});

test('a statement that is slow is told without its values, those of one text together', async () => {
  const secret = 'a wonderful password';
  await sql`select ${secret}, pg_sleep(0.2)`.execute(school.db);
  await school.services.orm.em.fork().execute(`select '${secret}', pg_sleep(0.25)`);
  await sql`select 1`.execute(school.db);
  const { slowStatements } = (await systemOf(await school.as(admin.uuid))).database;
  const mine = slowStatements.filter(({ text }) => text.includes('pg_sleep'));
  expect(mine).toMatchObject([{ text: 'select ?, pg_sleep(?)', count: 2 }]);
  expect(mine[0]?.maxMilliseconds).toBeGreaterThan(mine[0]?.meanMilliseconds ?? 0);
  expect(mine[0]?.meanMilliseconds).toBeGreaterThanOrEqual(200);
  expect(JSON.stringify(slowStatements)).not.toContain(secret);
});

test('sockets, people and what they follow are counted while they are there', async () => {
  const caller = await school.as(admin.uuid);
  const course = await make.course(admin);
  const liveNow = async () => (await systemOf(caller)).live;
  expect(await liveNow()).toEqual({ sockets: 0, people: 0, subscriptions: 0 });
  const tabs = [await LiveClient.of(caller), await LiveClient.of(caller), await LiveClient.of(await school.as((await make.user()).uuid))];
  for (const tab of tabs.slice(0, 2)) await tab.follow(Structure, { id: course.id }).data();
  expect(await liveNow()).toEqual({ sockets: 3, people: 2, subscriptions: 2 });
  for (const tab of tabs) tab.socket.close();
  await expect.poll(liveNow, { timeout: 5_000 }).toEqual({ sockets: 0, people: 0, subscriptions: 0 });
});
