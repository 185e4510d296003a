import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { openMailbox } from './mailbox.ts';

const Ask = graphql(`
  mutation MailAsk($login: String!) {
    requestPasswordReset(input: { login: $login }) {
      userErrors {
        code
      }
    }
  }
`);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('a mail server that is away loses nothing: twenty mails arrive once it is back, each once', { timeout: 60_000 }, async () => {
  const port = await freePort();
  const school = await openSchool({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  const make = new Factory(school);
  const people = await Promise.all(Array.from({ length: 20 }, () => make.user()));
  for (const { username } of people)
    expect((await school.nobody.data(Ask, { login: username })).requestPasswordReset?.userErrors).toEqual([]);
  const retried = async () =>
    Number(
      (
        await school.db
          .selectFrom('pgboss.job' as 'user')
          .where('state' as 'id', '=', 'retry')
          .select(({ fn }) => fn.countAll().as('count'))
          .executeTakeFirstOrThrow()
      ).count,
    );
  await expect.poll(retried, { timeout: 20_000 }).toBeGreaterThan(5);

  const mailbox = await openMailbox(await mkdtemp(join(tmpdir(), 'cursus-mails-')), pino({ level: 'silent' }), port);
  const receivers = async () => (await mailbox.list()).map(({ to }) => to).toSorted();
  const expected = people.map(({ username }) => `${username}@example.org`).toSorted();
  await expect.poll(receivers, { timeout: 40_000, interval: 200 }).toEqual(expected);
  await expect.poll(retried).toBe(0);
  expect(await receivers()).toEqual(expected);
  await mailbox.stop();
});
