import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import {
  allNodes,
  ApiError,
  ConnectionError,
  createCursusClient,
  type CursusClientOptions,
  RefusedError,
  requireAccepted,
} from './client.ts';

interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: string;
}

interface Seen {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const readTitle: TypedDocumentNode<{ title: string }, Record<string, never>> = parse('query ReadTitle { title }');
const writeTitle: TypedDocumentNode<{ title: string }, { input: { title: string; idempotencyKey?: string } }> = parse(
  'mutation WriteTitle($input: TitleInput!) { title(input: $input) }',
);

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that gives these replies in turn, the last one for ever, and a client that asks it. */
async function clientOf(replies: readonly Reply[], options: Partial<CursusClientOptions> = {}) {
  const seen: Seen[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const reply = replies[Math.min(seen.length, replies.length - 1)];
      seen.push({ headers: req.headers, body: Buffer.concat(chunks).toString() });
      res.writeHead(reply?.status ?? 200, { 'content-type': 'application/json', ...reply?.headers }).end(reply?.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return { client: createCursusClient({ endpoint, ...options }), seen };
}

const title: Reply = { body: '{"data":{"title":"Algèbre"}}' };
const refusal = (code: string, rest: Omit<Reply, 'body'> = {}): Reply => ({
  ...rest,
  body: JSON.stringify({ errors: [{ message: 'No.', extensions: { code, reference: 'r-1' } }] }),
});

describe('a request', () => {
  test('sends the document, its name, the variables and the token', async () => {
    const { client, seen } = await clientOf([title], { token: async () => 'secret' });
    expect(await client.request(readTitle)).toEqual({ title: 'Algèbre' });
    expect(seen[0]?.headers.authorization).toBe('Bearer secret');
    expect(seen[0]?.body).toContain('"operationName":"ReadTitle"');
    expect(seen[0]?.body).toContain('"query":"query ReadTitle {');
  });

  test('throws what the server refuses, with its code, reference and status', async () => {
    const { client } = await clientOf([refusal('NOT_FOUND', { status: 404 })]);
    const error = await client.request(readTitle).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ name: 'ApiError', code: 'NOT_FOUND', reference: 'r-1', status: 404, message: 'No.' });
  });

  test('keeps what was answered in spite of an error', async () => {
    const { client } = await clientOf([{ body: '{"data":{"title":null},"errors":[{"message":"No.","extensions":{"code":"FORBIDDEN"}}]}' }]);
    await expect(client.request(readTitle)).rejects.toMatchObject({ code: 'FORBIDDEN', data: { title: null } });
  });

  test.each(['<html></html>', '"yes"', '{}'])('tells that %s is no answer of GraphQL', async (body) => {
    const { client } = await clientOf([{ body }]);
    await expect(client.request(readTitle)).rejects.toThrow('is this the address of /graphql?');
  });

  test('tells that nobody answers', async () => {
    const client = createCursusClient({ endpoint: 'http://127.0.0.1:9/graphql', retries: 0 });
    const error = await client.request(readTitle).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ status: null });
  });

  test('uploads the files among its variables', async () => {
    const { client, seen } = await clientOf([title]);
    const keep = parse('mutation Keep($input: KeepInput!) { title(input: $input) }') as TypedDocumentNode<
      { title: string },
      { input: object }
    >;
    const file = new File(['one, two'], 'numbers.txt', { type: 'text/plain' });
    await client.request(keep, { input: { file, again: [file], use: 'FILE' } });
    expect(seen[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(seen[0]?.headers['apollo-require-preflight']).toBe('true');
    expect(seen[0]?.body).toContain('"variables":{"input":{"file":null,"again":[null],"use":"FILE"}}');
    expect(seen[0]?.body).toContain('{"0":["variables.input.file","variables.input.again.0"]}');
    expect(seen[0]?.body).toContain('filename="numbers.txt"');
  });
});

describe('a retry', () => {
  const busy = refusal('RATE_LIMITED', { status: 429, headers: { 'retry-after': '0' } });
  const away = refusal('UNAVAILABLE', { status: 503, headers: { 'retry-after': '0' } });
  const write = { input: { title: 'Algèbre' } };

  test('comes after the wait that the server told, also for a mutation: it had not run', async () => {
    const { client, seen } = await clientOf([busy, busy, title]);
    await client.request(writeTitle, write);
    expect(seen).toHaveLength(3);
  });

  test('waits for as long as Retry-After says', async () => {
    const { client } = await clientOf([refusal('RATE_LIMITED', { status: 429, headers: { 'retry-after': '1' } }), title]);
    const begun = performance.now();
    await client.request(readTitle);
    expect(performance.now() - begun).toBeGreaterThan(990);
  });

  test('ends with the refusal itself after so many', async () => {
    const { client, seen } = await clientOf([busy], { retries: 2 });
    await expect(client.request(readTitle)).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: 0 });
    expect(seen).toHaveLength(3);
  });

  test('does not come when the wait is longer than wanted', async () => {
    const { client, seen } = await clientOf([refusal('RATE_LIMITED', { status: 429, headers: { 'retry-after': '3600' } })]);
    await expect(client.request(readTitle)).rejects.toMatchObject({ retryAfter: 3600 });
    expect(seen).toHaveLength(1);
  });

  test('comes for a query when the server is away, and never for a mutation that may have run', async () => {
    const query = await clientOf([away, title]);
    await query.client.request(readTitle);
    expect(query.seen).toHaveLength(2);
    const mutation = await clientOf([away, title]);
    await expect(mutation.client.request(writeTitle, write)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(mutation.seen).toHaveLength(1);
  });

  test('comes for a mutation that the server knows again by its idempotency key', async () => {
    const { client, seen } = await clientOf([away, title]);
    await client.request(writeTitle, { input: { title: 'Algèbre', idempotencyKey: 'import-2026-11-21' } });
    expect(seen).toHaveLength(2);
  });

  test('is called off by its signal', async () => {
    const { client, seen } = await clientOf([refusal('RATE_LIMITED', { status: 429, headers: { 'retry-after': '30' } })]);
    const request = client.request(readTitle, {}, { signal: AbortSignal.timeout(50) });
    await expect(request).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(seen).toHaveLength(1);
  });
});

describe('a list', () => {
  test('is read page after page, to the end and no further', async () => {
    const asked: (string | null)[] = [];
    const nodes = allNodes(async (after) => {
      asked.push(after);
      const at = after === null ? 0 : Number(after);
      return { nodes: [at, at + 1], pageInfo: { hasNextPage: at < 4, endCursor: String(at + 2) } };
    });
    const read: number[] = [];
    for await (const node of nodes) read.push(node);
    expect(read).toEqual([0, 1, 2, 3, 4, 5]);
    expect(asked).toEqual([null, '2', '4']);
  });
});

describe('a payload', () => {
  test('is given when nothing was refused', () => {
    const payload = { course: { id: '1' }, userErrors: [] };
    expect(requireAccepted(payload)).toBe(payload);
  });

  test('is thrown with the fields and codes of what was refused', () => {
    const userErrors = [{ code: 'TAKEN', message: 'Somebody has it.', path: ['slug'] }];
    expect(() => requireAccepted({ userErrors })).toThrow(RefusedError);
    expect(() => requireAccepted({ userErrors })).toThrow('slug: Somebody has it.');
  });
});
