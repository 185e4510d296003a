import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigurationError, readEnv } from './env.ts';

const DATABASE_URL = 'postgres://cursus:secret@localhost/cursus';
const newFolder = () => mkdtempSync(join(tmpdir(), 'cursus-env-'));

test('what is not said has a default, and an empty value says nothing', () => {
  const env = readEnv({ DATABASE_URL, DATA_DIR: newFolder(), PORT: '', SIGN_UP: '' });
  expect(env).toMatchObject({ HOST: '127.0.0.1', PORT: 4000, PUBLIC_URL: 'http://127.0.0.1:4000', SIGN_UP: 'open', SAMPLE_SCHOOL: false });
});

test.each([
  ['::1', 'http://[::1]:4000'],
  ['localhost', 'http://localhost:4000'],
])('of the host %s the address is %s', (HOST, address) => {
  expect(readEnv({ DATABASE_URL, DATA_DIR: newFolder(), HOST }).PUBLIC_URL).toBe(address);
});

test('a public address stands without a slash behind it', () => {
  expect(readEnv({ DATABASE_URL, DATA_DIR: newFolder(), PUBLIC_URL: 'https://school.example//' }).PUBLIC_URL).toBe(
    'https://school.example',
  );
});

test('a secret that is not given is made once, and kept for its owner alone', () => {
  const DATA_DIR = join(newFolder(), 'made', 'on', 'the', 'way');
  const { AUTH_SECRET } = readEnv({ DATABASE_URL, DATA_DIR });
  expect(AUTH_SECRET.length).toBeGreaterThanOrEqual(32);
  expect(statSync(join(DATA_DIR, 'auth-secret')).mode & 0o777).toBe(0o600);
  expect(readEnv({ DATABASE_URL, DATA_DIR }).AUTH_SECRET).toBe(AUTH_SECRET);
  expect(readEnv({ DATABASE_URL, DATA_DIR: newFolder() }).AUTH_SECRET).not.toBe(AUTH_SECRET);
});

test.each([
  ['AUTH_SECRET', ''],
  ['AUTH_SECRET', 'short'],
  ['AUTH_SECRET', 'an-example-that-everybody-knows-and-nobody-should-use'],
  ['AUTH_SECRET', 'ab'.repeat(32)],
  ['SMTP_URL', 'https://mail.example'],
  ['MAIL_FROM', 'school@example.org\r\nBcc: all@example.org'],
  ['DATABASE_URL', 'mysql://cursus:secret@localhost/cursus'],
  ['DATABASE_URL', ''],
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['PUBLIC_URL', 'school.example'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['SIGN_UP', 'maybe'],
  ['SLOW_STATEMENT', '0'],
  ['METRICS_PORT', '70000'],
  ['METRICS_TOKEN', 'short'],
  ['SAMPLE_SCHOOL', 'yes'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused in one line that names it and tells no secret', (name, value) => {
  const read = () => readEnv({ DATABASE_URL, DATA_DIR: newFolder(), [name]: value });
  expect(read).toThrow(ConfigurationError);
  expect(read).toThrow(new RegExp(`^The configuration is wrong\\. ${name}: [^\\n]*$`));
  expect(read).not.toThrow('secret@');
});

test('a kept secret that was emptied is refused', () => {
  const DATA_DIR = newFolder();
  writeFileSync(join(DATA_DIR, 'auth-secret'), '');
  expect(() => readEnv({ DATABASE_URL, DATA_DIR })).toThrow('AUTH_SECRET');
});

test('a mailbox is for an installation without a mail server', () => {
  const read = () => readEnv({ DATABASE_URL, DATA_DIR: newFolder(), MAILBOX: 'true', SMTP_URL: 'smtp://mail.example' });
  expect(read).toThrow('MAILBOX');
});

const trusting = (TRUST_PROXY: string) =>
  readEnv({ DATABASE_URL: 'postgres://localhost/cursus', AUTH_SECRET: '0123456789abcdef'.repeat(2), DATA_DIR: tmpdir(), TRUST_PROXY })
    .TRUST_PROXY;

test.each([
  ['', false],
  ['false', false],
  ['1', 1],
  ['loopback', ['loopback']],
  ['10.0.0.0/8, 2001:db8::/32,192.0.2.1', ['10.0.0.0/8', '2001:db8::/32', '192.0.2.1']],
])('TRUST_PROXY %j', (given, meant) => expect(trusting(given)).toEqual(meant));

test.each(['true', '0', '12', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', 'everybody', 'loopback,'])('TRUST_PROXY %j is refused', (given) =>
  expect(() => trusting(given)).toThrow('TRUST_PROXY: must be a number of proxies, or their addresses'),
);
