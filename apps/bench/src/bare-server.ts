import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { type BareStatement, bareStatements } from './bare-statements.ts';
import { databaseUrl, tellReady } from './child.ts';

/** The least that can answer: no GraphQL, no rights, no limits. `/plain/…` sends a statement's text, `/named/…` its name. */
const pool = new Pool({ connectionString: databaseUrl, max: 10 });

const isStatement = (name: string): name is BareStatement => name in bareStatements;

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [way, name = ''] = (request.url ?? '').slice(1).split(/[/?]/);
  if (!isStatement(name)) throw new Error(`there is no ${name}`);
  const values = JSON.parse(request.method === 'POST' ? await readBody(request) : parameterOf(request)) as unknown[];
  const text = bareStatements[name];
  const { rows } = await pool.query<{ body: string }>(way === 'named' ? { name, text, values } : { text, values });
  const body = Buffer.from(rows[0]?.body ?? '');
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }).end(body);
}

const parameterOf = ({ url = '' }: IncomingMessage): string => decodeURIComponent(url.split('?values=')[1] ?? '[]');

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
tellReady((server.address() as AddressInfo).port);
