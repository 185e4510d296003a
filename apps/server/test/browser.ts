import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { Answer, GraphQLErrorBody } from './harness.ts';

interface Cookie {
  readonly value: string;
  readonly path: string;
  /** As the server wrote it, attributes and all. */
  readonly text: string;
}

/** Keeps the server's cookies and sends them where they belong, as a browser does for the page of this server. */
export class Browser {
  readonly #url: string;
  readonly cookies = new Map<string, Cookie>();

  constructor(url: string) {
    this.#url = url;
  }

  /** Another tab, or a thief: it starts with the same cookies and keeps its own from here on. */
  copy(): Browser {
    const other = new Browser(this.#url);
    for (const [name, cookie] of this.cookies) other.cookies.set(name, cookie);
    return other;
  }

  cookie(part: 'refresh' | 'files'): Cookie | undefined {
    return [...this.cookies].find(([name]) => name.includes(part))?.[1];
  }

  async send(
    path: string,
    { headers = {}, ...init }: { method?: string; body?: string; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const cookie = [...this.cookies].filter(([, kept]) => path.startsWith(kept.path)).map(([name, { value }]) => `${name}=${value}`);
    const response = await fetch(`${this.#url}${path}`, {
      ...init,
      headers: { ...headers, ...(cookie.length === 0 ? {} : { cookie: cookie.join('; ') }) },
    });
    for (const text of response.headers.getSetCookie()) this.#keep(text);
    return response;
  }

  #keep(text: string): void {
    const [pair = '', ...attributes] = text.split('; ');
    const [name = '', value = ''] = pair.split('=');
    const path = attributes.find((attribute) => attribute.startsWith('Path='))?.slice('Path='.length) ?? '/';
    const expires = attributes.find((attribute) => attribute.startsWith('Expires='))?.slice('Expires='.length);
    if (expires !== undefined && new Date(expires) <= new Date()) this.cookies.delete(name);
    else this.cookies.set(name, { value, path, text });
  }

  /** Sends a typed document as the browser application does; `token` is what it holds in memory. */
  async run<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables?: Variables, token?: string): Promise<Answer<Data>> {
    const response = await this.send('/graphql', {
      method: 'POST',
      body: JSON.stringify({ query: print(document), variables }),
      headers: {
        'content-type': 'application/json',
        'apollo-require-preflight': 'true',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: GraphQLErrorBody[] };
    return { status: response.status, headers: response.headers, data: data ?? null, errors: errors ?? [] };
  }
}
