import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { accounts, signIn, signUp } from './accounts.ts';
import { type Contender, startBare, startCursus, startPostGraphile } from './contender.ts';
import { documents } from './documents.ts';
import { fillSchool, type SchoolSize } from './school.ts';
import { placePeople, postgraphileFunctions } from './subjects.ts';
import { allWays, documentId, type ServerName, type Way } from './workloads.ts';

/** A school of one size with the three servers on its database. */
export interface Stage {
  readonly size: SchoolSize;
  readonly servers: Readonly<Record<ServerName, Contender>>;
  readonly client: Client;
  /** What is measured, in new sessions. */
  ways(): Promise<Way[]>;
  stop(): Promise<void>;
}

/** What the built browser application would bring: the documents that are trusted. */
async function trustDocuments(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const trusted = Object.fromEntries(Object.values(documents).map((text) => [documentId(text), text]));
  await writeFile(join(folder, 'trusted-documents.json'), JSON.stringify(trusted));
}

export async function openStage(
  clusterUrl: string,
  size: SchoolSize,
  { folder, connections }: { folder: string; connections: number },
): Promise<Stage> {
  const url = new URL(clusterUrl);
  const admin = new Client({ connectionString: clusterUrl });
  await admin.connect();
  await admin.query(`create database "${size.name}"`);
  await admin.end();
  url.pathname = `/${size.name}`;
  const webDist = join(folder, 'web');
  await trustDocuments(webDist);
  const cursus = await startCursus(url.href, { dataDir: join(folder, size.name), webDist });
  await signUp(cursus.url);
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await fillSchool(client, size);
  const subjects = await placePeople(client, { ...accounts, connections });
  await client.query(postgraphileFunctions);
  const servers = { cursus, bare: await startBare(url.href), postgraphile: await startPostGraphile(url.href) };
  return {
    size,
    servers,
    client,
    ways: async () => allWays(subjects, await signIn(cursus.url)),
    stop: async () => {
      await client.end();
      await Promise.all(Object.values(servers).map((server) => server.stop()));
    },
  };
}
