import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { accounts } from './accounts.ts';
import { send } from './load.ts';
import { quantile } from './measure.ts';
import type { Stage } from './school-stage.ts';

/** What a stranger could time to learn whether somebody has an account. */
const questions = {
  'a sign-in with a wrong password':
    'mutation ($login: String!) { signIn(input: { login: $login, password: "a guess that is wrong" }) { userErrors { code } } }',
  'a forgotten password': 'mutation ($login: String!) { requestPasswordReset(input: { login: $login }) { userErrors { code } } }',
};

/** Milliseconds. */
interface Timing {
  readonly known: number[];
  readonly unknown: number[];
}

async function timed(agent: Agent, url: string, body: string): Promise<number> {
  const begun = performance.now();
  const { status, text } = await send(agent, url, { method: 'POST', path: '/graphql', headers: {}, body });
  const milliseconds = performance.now() - begun;
  if (status !== 200 || text.includes('"errors":[')) throw new Error(`an account was not asked for: ${status} ${text}`);
  return milliseconds;
}

/** Known and unknown in turns, each time the other one first; what slows guessers down is emptied before each. */
async function timingOf({ client, servers }: Stage, query: string, rounds: number): Promise<Timing> {
  const timing: Timing = { known: [], unknown: [] };
  const agent = new Agent({ keepAlive: true });
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const who of round % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
        await client.query('truncate throttle');
        const login = who === 'known' ? accounts.student : `nobody-${randomUUID().slice(0, 8)}`;
        timing[who].push(await timed(agent, servers.cursus.url, JSON.stringify({ query, variables: { login } })));
      }
    }
  } finally {
    agent.destroy();
  }
  return timing;
}

const line = (name: string, times: readonly number[]): string =>
  `| ${[name, ...[0.25, 0.5, 0.75].map((part) => quantile(times, part).toFixed(1))].join(' | ')} |`;

/** A table of how long an answer takes for an account that there is and for one that there is not. Nothing is judged by it. */
export async function accountTimings(stage: Stage, rounds: number): Promise<string> {
  // A link goes to a confirmed address alone.
  await stage.client.query('update "user" set email_confirmed_at = now() where username = $1', [accounts.student]);
  const lines: string[] = [];
  for (const [name, query] of Object.entries(questions)) {
    const { known, unknown } = await timingOf(stage, query, rounds);
    lines.push(line(`${name}, known`, known), line(`${name}, unknown`, unknown));
  }
  const head = '| | first quartile ms | median ms | third quartile ms |\n| --- | --- | --- | --- |';
  return `### Whether somebody has an account: ${rounds} times each, one after another\n\n${head}\n${lines.join('\n')}`;
}
