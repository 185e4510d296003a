import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium, type Browser } from 'playwright-core';

import { unpackChromium } from './packed-chromium.ts';

/** Journeys look at loopback addresses alone; what a page embeds from elsewhere fails at once, on every machine alike. */
const stayAtHome = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
];

/** Starts a browser: `CHROMIUM_PATH`, else a Chromium or Chrome of this machine, else the one inside an npm package. */
export async function launchBrowser(): Promise<Browser> {
  const installed = process.env['CHROMIUM_PATH'] ?? installedBrowser();
  const { executablePath, env } = installed === undefined ? await unpackChromium() : { executablePath: installed, env: {} };
  return chromium.launch({ executablePath, args: stayAtHome, env: { ...definedEnvironment(), ...env } });
}

function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const onMac = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  return [...onPath, ...onMac].find((file) => existsSync(file));
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
