import { createReadStream, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const library = fileURLToPath(new URL('../node_modules/pdfjs-dist', import.meta.url));
const { version } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8')) as { version: string };

/** The worker that reads PDFs, and what they may lack and expect of who shows them: fonts, tables of characters, colours; and decoders in JavaScript, as the policy of our pages wants them. */
const files = globSync(
  ['legacy/build/pdf.worker.min.mjs', 'cmaps/*.bcmap', 'standard_fonts/*.{pfb,ttf}', 'iccs/*.icc', 'wasm/*_nowasm_fallback.js'],
  { cwd: library },
);

const folder = `assets/pdfjs-${version}`;

/** Puts beside the application what pdf.js fetches by name when a PDF needs it. */
export function pdfAssets(): Plugin {
  return {
    name: 'pdf-assets',
    generateBundle() {
      for (const file of files) {
        this.emitFile({ type: 'asset', fileName: `${folder}/${file}`, source: readFileSync(join(library, file)) });
      }
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${folder}`, (req, res, next) => {
        const file = files.find((each) => `/${each}` === req.url);
        if (file === undefined) return next();
        if (/\.m?js$/.test(file)) res.setHeader('Content-Type', 'text/javascript');
        createReadStream(join(library, file)).pipe(res);
      });
    },
  };
}
