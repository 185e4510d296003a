import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, describe, expect, test } from 'vitest';
import { openSchool } from '../../test/harness.ts';
import { serveTools } from './serve-tools.ts';

const schema = `"""All."""
type Query {
  """Stays."""
  stays(old: Int @deprecated(reason: "Use new."), new: Int): Color

  """Goes."""
  goes: Int @deprecated(reason: "Use stays. Removal after 2027-06-30.")
}

enum Color {
  RED
  RUST @deprecated(reason: "Use RED.")
}
`;

const dist = mkdtempSync(join(tmpdir(), 'cursus-explorer-'));
writeFileSync(join(dist, 'index.html'), '<!doctype html>');
const app = express().use(serveTools(schema, dist));
const server = app.listen(0, '127.0.0.1');
afterAll(() => {
  server.close();
  rmSync(dist, { recursive: true });
});
const get = async (path: string) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);

describe('the schema as text', () => {
  test('is what the server serves, descriptions included', async () => {
    const school = await openSchool();
    const response = await school.nobody.get('/schema.graphql');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toContain('"""A field of knowledge. Everybody sees it."""\ntype Subject implements Node {');
  });

  test('holds what is going away', async () => {
    expect(await (await get('/schema.graphql')).text()).toBe(schema);
  });

  test('leaves it out when asked: fields, arguments and enum values', async () => {
    const text = await (await get('/schema.graphql?deprecated=hide')).text();
    expect(text).toContain('"""Stays."""\n  stays(new: Int): Color');
    expect(text).not.toMatch(/goes|Goes|RUST|old/);
  });
});

describe('the explorer', () => {
  test('is a page that runs what this origin serves, and nothing inline', async () => {
    const response = await get('/graphiql');
    expect(await response.text()).toBe('<!doctype html>');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; worker-src 'self';");
    expect(policy).not.toContain('unsafe-eval');
  });

  test('has no page for what was not built', async () => {
    expect((await get('/graphiql/assets/none.js')).status).toBe(404);
    expect((await get('/graphiql/none')).status).toBe(404);
  });
});
