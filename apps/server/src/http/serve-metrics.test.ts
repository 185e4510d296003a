import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { openSchool } from '../../test/harness.ts';
import { LiveClient } from '../../test/live-client.ts';
import { Metrics } from './metrics.ts';
import { metricsServer } from './serve-metrics.ts';

const token = 'a token of the metrics that nobody guesses';
const school = await openSchool({ METRICS_TOKEN: token });
const make = new Factory(school);

const ask = (path: string, authorization?: string) => fetch(`${school.url}${path}`, authorization ? { headers: { authorization } } : {});
const read = async () => (await ask('/metrics', `Bearer ${token}`)).text();
/** The number behind a metric and its labels. */
const valueOf = (text: string, metric: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${metric} `))
      ?.split(' ')
      .at(-1) ?? Number.NaN,
  );

describe('on the port of everything else', () => {
  test('they are told to who has the token, in the form of Prometheus', async () => {
    const response = await ask('/metrics', `Bearer ${token}`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  });

  test.each([undefined, 'Bearer wrong', `Basic ${token}`, `Bearer ${token}x`, 'Bearer '])(
    'nobody reads them by %s',
    async (authorization) => {
      const response = await ask('/metrics', authorization);
      expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      expect(await response.text()).not.toContain('cursus_');
    },
  );

  test('an administrator does not either: the token is another one', async () => {
    const administrator = await school.as((await make.user('Administrators')).uuid);
    expect((await administrator.get('/metrics')).status).toBe(401);
  });

  test('without a token there is nothing at this address', async () => {
    const closed = await openSchool();
    for (const headers of [{}, { authorization: 'Bearer ' }, { accept: 'text/html' }]) {
      expect((await fetch(`${closed.url}/metrics`, { headers })).status).toBe(404);
    }
  });
});

describe('on a port of its own', () => {
  const metrics = new Metrics(school.services);
  const listen = async (own: string | null) => {
    const server = metricsServer(metrics, own);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    afterAll(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  test('they are told, and nothing else is there', async () => {
    const url = await listen(null);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('cursus_database_connections ');
    for (const path of ['/', '/graphql', '/healthz']) expect((await fetch(`${url}${path}`)).status).toBe(404);
  });

  test('by the token, where there is one', async () => {
    const url = await listen(token);
    expect((await fetch(`${url}/metrics`)).status).toBe(401);
    expect((await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
  });
});

test('requests and operations are timed by kind and outcome, whatever addresses and names were sent', async () => {
  const { nobody } = school;
  const send = (query: string) => nobody.post(JSON.stringify({ query }), { 'content-type': 'application/json' });
  await send('{ subjects { nodes { id } } }');
  await send('{ viewer { id } }');
  await send('{ system { version } }');
  await send('{ noSuchField }');
  await ask('/files/none');
  await ask(`/nowhere/${'x'.repeat(50)}`);
  const text = await read();
  const operations = 'cursus_graphql_operation_duration_seconds_count';
  expect(valueOf(text, `${operations}{kind="query",outcome="ok"}`)).toBe(2);
  expect(valueOf(text, `${operations}{kind="query",outcome="UNAUTHENTICATED"}`)).toBe(1);
  expect(valueOf(text, `${operations}{kind="none",outcome="GRAPHQL_VALIDATION_FAILED"}`)).toBe(1);
  expect(valueOf(text, 'cursus_http_request_duration_seconds_count{area="files",status="4xx"}')).toBe(1);
  expect(text).not.toMatch(/nowhere|xxxx|noSuchField/);
});

test('pool, caches, jobs and sockets are counted', async () => {
  const client = await LiveClient.of(await school.as((await make.user()).uuid));
  const text = await read();
  client.socket.close();
  expect(valueOf(text, 'cursus_database_connections_limit')).toBe(10);
  expect(valueOf(text, 'cursus_database_statements_total')).toBeGreaterThan(3);
  expect(valueOf(text, 'cursus_database_listening')).toBe(1);
  expect(valueOf(text, 'cursus_cache_limit{cache="viewers"}')).toBe(10_000);
  expect(valueOf(text, 'cursus_cache_misses_total{cache="viewers"}')).toBeGreaterThan(0);
  expect(valueOf(text, 'cursus_jobs{queue="send-mail",state="failed"}')).toBe(0);
  expect(valueOf(text, 'cursus_live_sockets')).toBe(1);
  expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
});
