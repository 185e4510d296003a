import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';

import { root } from './checkout.mjs';

/**
 * Writes each example of the guide to the API, which is a program that the tests run, behind its mark in the Markdown:
 * `<!-- examples/upload.ts -->`. With `--check` it only tells what is not as it should be.
 */
const folder = join(root, 'docs/api');
const isCheck = process.argv.includes('--check');
/** @type {Record<string, string>} */
const languages = { '.sh': 'sh', '.ts': 'ts', '.py': 'python' };
const mark = /<!-- (examples\/\S+) -->\n(?:\n```\w+\n[\s\S]*?\n```\n)?/g;

const shown = new Set();
const errors = [];
for (const page of globSync('*.md', { cwd: folder })) {
  const text = readFileSync(join(folder, page), 'utf8');
  const written = text.replaceAll(mark, (_all, /** @type {string} */ example) => {
    shown.add(example);
    return `<!-- ${example} -->\n\n\`\`\`${languages[extname(example)]}\n${readFileSync(join(folder, example), 'utf8').trimEnd()}\n\`\`\`\n`;
  });
  if (written === text) continue;
  if (isCheck) errors.push(`docs/api/${page} does not show its examples as they are: npm run check -- --fix writes them.`);
  else writeFileSync(join(folder, page), written);
}
for (const example of globSync('examples/*.{sh,ts,py}', { cwd: folder })) {
  if (!shown.has(example)) errors.push(`docs/api/${example} stands on no page of the guide.`);
}
for (const error of errors) console.error(error);
process.exitCode = errors.length === 0 ? 0 : 1;
