import { expect, test, vi } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { type Caller, openSchool } from '../../test/harness.ts';
import { MemoryBuckets } from './buckets.ts';
import { validationCost } from './operation-cost.ts';
import { networkOf } from './rate-limit.ts';

const limits = { RATE_LIMIT: '300', RATE_LIMIT_ANONYMOUS: '100' };
// Buckets fill while a slow machine tests them: here, time stands still.
vi.useFakeTimers({ toFake: ['Date'] });
const behindProxy = await openSchool({ ...limits, TRUST_PROXY: 'loopback' });
const alone = await openSchool(limits);
const make = new Factory(behindProxy);

const fifty = '{ courses(first: 48) { nodes { id } } }';

const ask = (caller: Caller, query: string, address = '203.0.113.1') =>
  caller.post<{ rateLimit?: object }>(JSON.stringify({ query }), { 'content-type': 'application/json', 'x-forwarded-for': address });

test('a bucket fills again at an even pace', () => {
  let now = 0;
  const buckets = new MemoryBuckets(() => now);
  const spend = (cost: number, key = 'a') => buckets.spend(key, cost, 60);
  expect(spend(60)).toEqual({ limit: 60, remaining: 0, resetSeconds: 60, retryAfterSeconds: 0 });
  expect(spend(10)).toEqual({ limit: 60, remaining: 0, resetSeconds: 60, retryAfterSeconds: 10 });
  expect(spend(60, 'b')).toMatchObject({ retryAfterSeconds: 0 });
  now = 9_000;
  expect(spend(10)).toMatchObject({ remaining: 9, retryAfterSeconds: 1 });
  now = 10_000;
  expect(spend(10)).toMatchObject({ remaining: 0, retryAfterSeconds: 0 });
  now = 600_000;
  expect(spend(1)).toMatchObject({ remaining: 59, resetSeconds: 1 });
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is counted as %s', (address, network) => expect(networkOf(address)).toBe(network));

test('an address that has spent its minute is told when to come back, before its document is looked at', async () => {
  const address = '203.0.113.2';
  const first = await ask(behindProxy.nobody, fifty, address);
  expect(first).toMatchObject({ status: 200, errors: [] });
  expect([...first.headers].filter(([name]) => name.startsWith('ratelimit-'))).toEqual([
    ['ratelimit-limit', '100'],
    ['ratelimit-remaining', '50'],
    ['ratelimit-reset', '30'],
  ]);
  const second = await ask(behindProxy.nobody, fifty, address);
  expect(second.headers.get('ratelimit-remaining')).toBe('0');
  for (const query of [fifty, 'no document', '{ rateLimit { cost } }']) {
    const { status, data, errors, headers } = await ask(behindProxy.nobody, query, address);
    expect({ status, data }).toEqual({ status: 429, data: null });
    expect(errors[0]?.extensions.code).toBe('RATE_LIMITED');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
});

test('an operation that costs more than is left is refused, and nothing taken for it', async () => {
  const address = '203.0.113.3';
  await ask(behindProxy.nobody, fifty, address);
  const refused = await ask(behindProxy.nobody, '{ courses(first: 60) { nodes { id } } }', address);
  expect(refused).toMatchObject({ status: 429, data: null, errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
  expect(refused.headers.get('retry-after')).toBe('8');
  expect(await ask(behindProxy.nobody, '{ signUpPolicy }', address)).toMatchObject({ status: 200 });
});

test('a document that is refused costs what it was to refuse it', async () => {
  const address = '203.0.113.4';
  expect(await ask(behindProxy.nobody, '{ nothing }', address)).toMatchObject({
    errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
  expect(await ask(behindProxy.nobody, '{ signUpPolicy }', address)).toMatchObject({ status: 429 });
});

test('a document that takes long to validate costs more than it asks for', () => {
  expect([0, 50, 51, 1_050].map(validationCost)).toEqual([0, 0, 20, 20_000]);
});

test('accounts have buckets of their own, wherever they come from', async () => {
  const [ada, ben] = [await behindProxy.as((await make.user()).uuid), await behindProxy.as((await make.user()).uuid)];
  const balance = '{ rateLimit { limit cost remaining } }';
  await ask(ada, fifty, '203.0.113.5');
  expect((await ask(ada, balance, '203.0.113.6')).data?.rateLimit).toEqual({ limit: 300, cost: 2, remaining: 248 });
  expect((await ask(ben, balance, '203.0.113.5')).data?.rateLimit).toEqual({ limit: 300, cost: 2, remaining: 298 });
  expect((await ask(behindProxy.nobody, balance, '203.0.113.5')).data?.rateLimit).toEqual({ limit: 100, cost: 2, remaining: 98 });
});

test('without a trusted proxy, no header makes one address into many', async () => {
  await ask(alone.nobody, fifty, '203.0.113.7');
  await ask(alone.nobody, fifty, '203.0.113.8');
  expect(await ask(alone.nobody, fifty, '203.0.113.9')).toMatchObject({ status: 429 });
});
