import { deepStrictEqual } from 'node:assert';
import { Agent } from 'node:http';
import { send } from './load.ts';
import type { Way } from './workloads.ts';

const titlesIn = (text: string): string[] => [...text.matchAll(/"title"\s*:\s*"((?:[^"\\]|\\.)*)"/g)].map(([, title = '']) => title);

/**
 * What is compared must be the same work: Cursus and the bare server give equal data, PostGraphile, whose shape is its own, the same
 * titles in the same order. Gives how many bytes each answer has.
 */
export async function sameAnswers(ways: readonly Way[], urlOf: (way: Way) => string): Promise<Map<string, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const bytes = new Map<string, number>();
  const expected = new Map<string, string>();
  for (const way of ways) {
    const { text, status } = await send(agent, urlOf(way), way.calls(0, 0));
    if (status !== 200 || text.includes('"errors":[')) throw new Error(`${way.workload}, ${way.way}: ${status} ${text.slice(0, 500)}`);
    bytes.set(`${way.workload} ${way.way}`, Buffer.byteLength(text));
    const first = expected.get(way.workload) ?? text;
    expected.set(way.workload, first);
    if (way.server === 'postgraphile') deepStrictEqual(titlesIn(text), titlesIn(first), `${way.workload}, ${way.way}: other titles`);
    else deepStrictEqual(dataOf(text), dataOf(first), `${way.workload}, ${way.way}: other data`);
  }
  agent.destroy();
  return bytes;
}

const dataOf = (text: string): unknown => (JSON.parse(text) as { data: unknown }).data;
