/** What an operation may know of the request that carries it. */
export interface RequestFacts {
  readonly address: string;
  readonly device: string;
  readonly cookies: Readonly<Record<string, string>>;
}

/** Where a response's cookies go. */
export interface ResponseCookies {
  set(name: string, value: string, options: { path: string; maxAgeSeconds: number }): void;
  clear(name: string, options: { path: string }): void;
}
