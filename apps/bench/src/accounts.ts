import { Agent } from 'node:http';
import { send } from './load.ts';
import type { Authorizations } from './workloads.ts';

const password = 'a bench is for sitting down';
export const accounts = { teacher: 'bench-teacher', student: 'bench-student' } as const;

interface Credentials {
  readonly data: Readonly<Record<string, { readonly credentials: { readonly accessToken: string } | null } | null>> | null;
}

async function credentialsOf(url: string, operation: string, input: Record<string, string>): Promise<string> {
  const agent = new Agent();
  const query = `mutation ($input: ${operation}Input!) { answer: ${operation.charAt(0).toLowerCase()}${operation.slice(1)}(input: $input) {
    credentials { accessToken } userErrors { message } } }`;
  const body = JSON.stringify({ query, variables: { input } });
  const { text } = await send(agent, url, { method: 'POST', path: '/graphql', headers: { 'apollo-require-preflight': 'true' }, body });
  const token = (JSON.parse(text) as Credentials).data?.['answer']?.credentials?.accessToken;
  if (token === undefined) throw new Error(`no session by ${operation}: ${text}`);
  return `Bearer ${token}`;
}

export async function signUp(url: string): Promise<void> {
  for (const username of Object.values(accounts)) {
    const input = { username, password, email: `${username}@example.org`, firstName: 'Alex', lastName: 'Bench' };
    await credentialsOf(url, 'SignUp', input);
  }
}

/** New sessions: a run takes longer than an access token lives. */
export async function signIn(url: string): Promise<Authorizations> {
  return {
    teacher: await credentialsOf(url, 'SignIn', { login: accounts.teacher, password }),
    student: await credentialsOf(url, 'SignIn', { login: accounts.student, password }),
  };
}
