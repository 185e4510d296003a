import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { inflate } from '@sparticuz/chromium';

import { cacheFolder } from '../../../scripts/checkout.mjs';

const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];

/**
 * Unpacks the Chromium that an npm package holds, with the system libraries it needs, once a checkout. The package itself would put it
 * into the machine's temporary folder, where checkouts meet and a half-written browser stays, and sets up its libraries in Amazon's
 * cloud only.
 */
export async function unpackChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('There is no Chromium in npm for this machine: install Chromium or Chrome, or set CHROMIUM_PATH.');
  }
  const folder = join(cacheFolder, 'chromium');
  if (!existsSync(folder)) await unpack(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

async function unpack(folder: string): Promise<void> {
  const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
  await mkdir(cacheFolder, { recursive: true });
  const part = await mkdtemp(`${folder}-`);
  await inTemporaryFolder(part, () => Promise.all(archives.map((archive) => inflate(join(packed, archive)))));
  await writeFile(join(part, 'fonts.conf'), fontsConfiguration(folder));
  try {
    await rename(part, folder);
  } catch (error) {
    await rm(part, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

/** The package unpacks into the temporary folder and nowhere else. */
async function inTemporaryFolder(folder: string, work: () => Promise<unknown>): Promise<void> {
  const usual = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await work();
  } finally {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
  }
}

function fontsConfiguration(folder: string): string {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`).join('');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${folders}<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`;
}
