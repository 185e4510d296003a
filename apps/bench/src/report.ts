import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import type { Figures } from './measure.ts';
import { type Way, titles } from './workloads.ts';

export interface Result {
  readonly way: Way;
  readonly bytes: number;
  readonly statements: number;
  readonly figures: Figures;
  /** Of the school that is ten times as large. */
  readonly larger: { readonly statements: number; readonly figures: Figures } | null;
}

const round = (value: number, digits = 0): string => (Number.isFinite(value) ? value.toFixed(digits) : '–');

function line(result: Result, bare: Figures | undefined): string {
  const { way, bytes, statements, figures, larger } = result;
  const cells = [
    way.way,
    round(figures.server),
    round(figures.database),
    `**${round(figures.total)}**`,
    bare === undefined ? '–' : round(figures.total / bare.total, 2),
    String(statements),
    round(figures.p50, 1),
    round(figures.p99, 1),
    round(figures.memory),
    round(bytes / 1000, 1),
    larger === null ? '–' : round(larger.figures.total),
    larger === null ? '–' : round(larger.figures.total / figures.total, 2),
    larger === null ? '–' : String(larger.statements),
  ];
  return `| ${cells.join(' | ')} |`;
}

const head = `| | server µs | PostgreSQL µs | CPU µs | × bare | statements | p50 ms | p99 ms | memory MB | kB | CPU µs, data × 10 | ratio | statements |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |`;

/** A table for each workload, the first line of each being what the others are compared with. */
export function tables(results: readonly Result[]): string {
  const byWorkload = Map.groupBy(results, ({ way }) => way.workload);
  return [...byWorkload]
    .map(([workload, each]) => {
      const lines = each.map((result) => line(result, each[0]?.figures));
      return `### ${titles[workload].charAt(0).toUpperCase()}${titles[workload].slice(1)}\n\n${head}\n${lines.join('\n')}`;
    })
    .join('\n\n');
}

/** Where and when. */
export function circumstances(load: { rounds: number; requests: number; connections: number }): string {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${gigabytes} GiB, ${type()}, Node.js ${process.version}. ${load.rounds} rounds of ${load.requests} requests over ${load.connections} connections each way, in turns; the middle round.`;
}

const [begin, end] = ['<!-- written by npm run bench -->', '<!-- end of what npm run bench writes -->'];

/** Puts the tables between the marks of a page; the words around them are a person's. */
export function writeInto(file: string, content: string): void {
  const page = readFileSync(file, 'utf8');
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} has lost the marks between which the tables stand`);
  writeFileSync(file, `${before}${begin}\n\n${content}\n\n${end}${after}`);
}
