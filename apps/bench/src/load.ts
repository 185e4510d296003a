import { Agent, request } from 'node:http';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** One request, its whole answer read. */
export function send(agent: Agent, base: string, { method, path, headers, body }: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(`${base}${path}`, { method, agent, headers: { ...length, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What one connection sends, one after another: the nth call. */
export type Calls = (connection: number, nth: number) => Call;

/** Sends a fixed number of calls over a fixed number of connections and gives each call's time in milliseconds. */
export async function load(base: string, calls: Calls, size: { connections: number; callsEach: number }): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: size.connections });
  const times: number[] = [];
  const connection = async (number: number) => {
    for (let nth = 0; nth < size.callsEach; nth += 1) {
      const begun = performance.now();
      const { status, text } = await send(agent, base, calls(number, nth));
      times.push(performance.now() - begun);
      if (status !== 200 || text.includes('"errors":[')) throw new Error(`${base} answered ${status}: ${text.slice(0, 500)}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: size.connections }, (_, number) => connection(number)));
  } finally {
    agent.destroy();
  }
  return times;
}
