import type { Pool, PoolClient, QueryConfig } from 'pg';
import type { CacheFigures } from './process-figures.ts';

/** PostgreSQL keeps what it prepared for each connection, so there must be an end to it; the server has fewer texts than this. */
const mostNames = 500;

const isRead = (text: string): boolean => /^\s*(?:select|with)\b/i.test(text);

const names = new Map<string, string>();
const counted = { hits: 0, misses: 0 };

/** Of the process: all its pools share the names. */
export const namedStatements = (): CacheFigures => ({ entries: names.size, limit: mostNames, ...counted });

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known === undefined) counted.misses += 1;
  else counted.hits += 1;
  if (known !== undefined || names.size >= mostNames) return known;
  const name = `read ${names.size + 1}`;
  names.set(text, name);
  return name;
}

/** The ORM writes values into its own texts, so that each is another: a text without values is left alone. */
function named(text: unknown, values: unknown): QueryConfig | undefined {
  if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0 || !isRead(text)) return undefined;
  const name = nameOf(text);
  return name === undefined ? undefined : { name, text, values };
}

type Query = (...parameters: unknown[]) => unknown;

/** Names what reads send, so that PostgreSQL parses and plans each text once a connection. */
export function nameStatements(pool: Pool): void {
  pool.on('connect', (client: PoolClient) => {
    const query: Query = (text, values, ...rest) => {
      const send = (Object.getPrototypeOf(client) as { query: Query }).query;
      const config = named(text, values);
      return config === undefined ? send.call(client, text, values, ...rest) : send.call(client, config, ...rest);
    };
    Object.assign(client, { query });
  });
}
