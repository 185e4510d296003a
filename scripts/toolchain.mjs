import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import { cacheFolder } from './checkout.mjs';
import { runQuietly } from './tool.mjs';

/**
 * The Node.js and pnpm that Cursus runs with, and an environment in which they come first.
 * @typedef {{ node: string, pnpm: string, env: NodeJS.ProcessEnv }} Toolchain
 */

const nodeMajor = 24;
const pnpmMajor = 12;

/**
 * Finds Node.js and pnpm on this machine, or brings them from the npm registry.
 * @param {{ report: (line: string) => void, signal?: AbortSignal }} options
 * @returns {Promise<Toolchain>}
 */
export async function bringToolchain({ report, signal }) {
  const memory = join(cacheFolder, `toolchain-${process.version}.json`);
  const known = remembered(memory);
  const { node, pnpm } = known ?? (await found(signal)) ?? (await brought(report, signal));
  if (known === undefined) {
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(memory, JSON.stringify({ node, pnpm }));
  }
  const path = [dirname(node), dirname(pnpm), process.env['PATH']].join(delimiter);
  return { node, pnpm, env: { ...process.env, PATH: path } };
}

/** @param {string} memory */
function remembered(memory) {
  if (!existsSync(memory)) return undefined;
  /** @type {{ node: string, pnpm: string }} */
  const tools = JSON.parse(readFileSync(memory, 'utf8'));
  return existsSync(tools.node) && existsSync(tools.pnpm) ? tools : undefined;
}

/** @param {AbortSignal | undefined} signal */
async function found(signal) {
  const pnpm = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'pnpm'))
    .find((file) => existsSync(file));
  if (pnpm === undefined || majorOf(process.version) < nodeMajor) return undefined;
  const version = await runQuietly([pnpm, '--version'], optional(signal)).catch(() => '0');
  return majorOf(version) === pnpmMajor ? { node: process.execPath, pnpm } : undefined;
}

/**
 * @param {(line: string) => void} report
 * @param {AbortSignal | undefined} signal
 */
async function brought(report, signal) {
  report(`Getting Node.js ${nodeMajor} and pnpm ${pnpmMajor}`);
  const packages = ['-p', `node@${nodeMajor}`, '-p', `pnpm@${pnpmMajor}`];
  const answer = await runQuietly(['npx', '-y', ...packages, '-c', 'node -p process.execPath; command -v pnpm'], optional(signal));
  const [node = '', pnpm = ''] = answer.trim().split('\n').slice(-2);
  return { node, pnpm };
}

/** @param {AbortSignal | undefined} signal */
function optional(signal) {
  return signal === undefined ? {} : { signal };
}

/** @param {string} version */
function majorOf(version) {
  return Number.parseInt(version.replace('v', ''), 10);
}
