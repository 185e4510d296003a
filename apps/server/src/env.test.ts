import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { readEnv } from './env.ts';

const trusting = (TRUST_PROXY: string) =>
  readEnv({ DATABASE_URL: 'postgres://localhost/cursus', AUTH_SECRET: 'x'.repeat(32), DATA_DIR: tmpdir(), TRUST_PROXY }).TRUST_PROXY;

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
