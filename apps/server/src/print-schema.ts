import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { packageRoot } from './package-root.ts';
import { createSchema, printedSchema } from './schema.ts';

const path = resolve(packageRoot, '../../schema.graphql');
const printed = printedSchema(await createSchema());

if (!process.argv.includes('--check')) {
  writeFileSync(path, printed);
} else if (readFileSync(path, 'utf8') !== printed) {
  console.error('schema.graphql is not what the server serves. Run `npm run check -- --fix` and commit it.');
  process.exitCode = 1;
}
