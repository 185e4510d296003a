import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, describe, expect, test } from 'vitest';
import { serveWeb } from './serve-web.ts';

const code = 'export const answer = 42;';
const dist = mkdtempSync(join(tmpdir(), 'cursus-web-'));
mkdirSync(join(dist, 'assets'));
writeFileSync(join(dist, 'index.html'), '<!doctype html><head></head>');
writeFileSync(
  join(dist, 'page-preloads.json'),
  JSON.stringify({
    '/': ['assets/catalogue.css', 'assets/catalogue.js'],
    '/learn/:courseSlug/:moduleId?/:contentId?': ['assets/player.js'],
    '/learn/:courseSlug/:moduleId/print': ['assets/print.js'],
  }),
);
writeFileSync(join(dist, 'assets/page.js'), code);
writeFileSync(join(dist, 'assets/page.js.br'), brotliCompressSync(code));
writeFileSync(join(dist, 'assets/page.js.gz'), gzipSync(code));
writeFileSync(join(dist, 'assets/small.js'), code);

const server = express().use(serveWeb(dist)).listen(0, '127.0.0.1');
afterAll(() => {
  server.close();
  rmSync(dist, { recursive: true });
});

interface Answer {
  encoding: string | undefined;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}

/** fetch would undo the compression. */
const ask = (path: string, encodings: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    get({ port, path, headers: { 'accept-encoding': encodings } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ encoding: response.headers['content-encoding'], headers: response.headers, body: Buffer.concat(parts) }),
      );
    }).on('error', reject);
  });

describe('the code of the browser application', () => {
  test('is sent as the browser takes it: brotli, else gzip, else as it is', async () => {
    const brotli = await ask('/assets/page.js', 'gzip, br');
    const zipped = await ask('/assets/page.js', 'gzip');
    const plain = await ask('/assets/page.js', 'identity');
    expect([brotli.encoding, zipped.encoding, plain.encoding]).toEqual(['br', 'gzip', undefined]);
    expect([brotliDecompressSync(brotli.body), gunzipSync(zipped.body), plain.body].map(String)).toEqual([code, code, code]);
    for (const { headers } of [brotli, zipped, plain]) {
      expect(headers['content-type']).toMatch(/^text\/javascript/);
      expect(headers['cache-control']).toContain('immutable');
      expect(headers['vary']).toBe('Accept-Encoding');
    }
  });

  test('is sent as it is where nothing was gained by compression', async () => {
    const { encoding, body } = await ask('/assets/small.js', 'gzip, br');
    expect([encoding, String(body)]).toEqual([undefined, code]);
  });

  test('is no page where there is no such file', async () => {
    const { headers, body } = await ask('/assets/gone.js', 'gzip, br');
    expect(headers['content-encoding']).toBeUndefined();
    expect(String(body)).not.toContain('<!doctype html>');
  });
});

describe('a page', () => {
  const linksOf = async (path: string) => {
    const { headers, body } = await ask(path, 'identity');
    expect([headers['content-type'], headers['cache-control']]).toEqual(['text/html; charset=utf-8', 'no-cache']);
    return [...String(body).matchAll(/<link rel="(\w+)"[^>]* href="([^"]+)">/g)].map(([, rel, href]) => `${rel} ${href}`);
  };

  test('names the code of its own, which a browser then fetches together with that of every page', async () => {
    expect(await linksOf('/')).toEqual(['preload /assets/catalogue.css', 'modulepreload /assets/catalogue.js']);
    expect(await linksOf('/?q=waves')).toHaveLength(2);
    expect(await linksOf('/learn/waves')).toEqual(['modulepreload /assets/player.js']);
    expect(await linksOf('/learn/waves/m/c/')).toEqual(['modulepreload /assets/player.js']);
    expect(await linksOf('/learn/waves/m/print')).toEqual(['modulepreload /assets/print.js']);
  });

  test('of which nothing is known is the page alone', async () => {
    expect(await linksOf('/nowhere')).toEqual([]);
    expect(await linksOf('/learn/waves/m/c/beyond')).toEqual([]);
  });
});
