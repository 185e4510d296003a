import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(?:m?js|css|svg)$/;
/** Smaller than this they gain nothing. */
const minBytes = 500;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Writes each file of code beside itself as browsers like it best, once a build, and not once an answer. */
export function compressedAssets(): Plugin {
  return {
    name: 'compressed-assets',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.values(bundle).filter(({ fileName }) => compressible.test(fileName));
      await Promise.all(
        files.map(async (file) => {
          const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          if (bytes.length < minBytes) return;
          const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
          const path = join(dir, file.fileName);
          await Promise.all([
            toBrotli(bytes, { params }).then((small) => writeFile(`${path}.br`, small)),
            toGzip(bytes, { level: 9 }).then((small) => writeFile(`${path}.gz`, small)),
          ]);
        }),
      );
    },
  };
}
