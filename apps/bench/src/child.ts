import process from 'node:process';

/** The database that this process is told to serve. */
export const databaseUrl = process.argv[2] ?? '';

/** Says where it listens, and ends with who started it. */
export function tellReady(port: number): void {
  process.on('disconnect', () => process.exit());
  process.send?.({ type: 'ready', url: `http://127.0.0.1:${port}` });
}
