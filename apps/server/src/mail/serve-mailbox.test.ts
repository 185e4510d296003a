import { request } from 'node:http';
import { expect, test } from 'vitest';
import { openSchool } from '../../test/harness.ts';
import { Mailer } from '../kernel/mailer.ts';

const school = await openSchool({ MAILBOX: 'true' });
const { mailbox } = school.services;
const mailer = new Mailer({ url: mailbox?.url ?? null, from: 'Cursus <no-reply@school.example>' });
const html = '<p onclick="x()">Hello <script>alert(1)</script><img src="https://tracker.example/i.png"></p>';
await mailer.send({ to: 'ada@example.org', subject: 'Grüße, ça va ?', html, text: 'Hello', id: 'some-job' });

const { port } = new URL(school.url);

/** By the plain client: fetch would not send another Host. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject);
    asked.end();
  });

const idOf = async () => (JSON.parse((await ask('/mailbox/mails')).body) as { id: string }[])[0]?.id ?? '';

test('a browser on this machine reads what was sent', async () => {
  const { status, body } = await ask('/mailbox/mails');
  expect(status).toBe(200);
  expect(JSON.parse(body)).toMatchObject([
    { from: '"Cursus" <no-reply@school.example>', to: 'ada@example.org', subject: 'Grüße, ça va ?' },
  ]);
  expect(await ask(`/mailbox/mails/${await idOf()}`)).toMatchObject({
    status: 200,
    body: expect.stringContaining('"text":"Hello') as string,
  });
});

test('a mail runs nothing, fetches nothing, and belongs to no origin', async () => {
  const { headers, body } = await ask(`/mailbox/mails/${await idOf()}/html`);
  expect(body).toContain('Hello');
  const policy = String(headers['content-security-policy']);
  expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox /);
  expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/);
});

test.each([
  ['by another name', { host: 'evil.example' }],
  ['by a name that begins like ours', { host: 'localhost.evil.example' }],
  ['through a proxy', { 'x-forwarded-for': '203.0.113.9' }],
  ['through a proxy that says so in the newer way', { forwarded: 'for=203.0.113.9' }],
])('to who asks %s there is nothing here', async (_, headers) => {
  expect((await ask('/mailbox/mails', headers)).status).toBe(404);
  expect((await ask(`/mailbox/mails/${await idOf()}/html`, headers)).status).toBe(404);
});

test.each(['/mailbox/mails/..%2F..%2Fauth-secret', '/mailbox/mails/000000000000000-x', '/mailbox/mails/none/html'])(
  'no other file is read: %s',
  async (path) => {
    expect((await ask(path)).status).toBe(404);
  },
);

test('it is emptied by a page of ours alone', async () => {
  expect((await ask('/mailbox/mails', {}, 'DELETE')).status).toBe(404);
  expect((await ask('/mailbox/mails', { 'apollo-require-preflight': 'true' }, 'DELETE')).status).toBe(204);
  expect(JSON.parse((await ask('/mailbox/mails')).body)).toEqual([]);
});

test('with a mail server there is no mailbox', async () => {
  const other = await openSchool({ SMTP_URL: 'smtp://127.0.0.1:9' });
  // A page of the browser application where that is built, else nothing.
  expect(await (await fetch(`${other.url}/mailbox/mails`)).text()).not.toMatch(/^\[/);
});
