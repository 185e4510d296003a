const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A machine's names for itself are one. */
const placeOf = ({ protocol, hostname, port }: URL): string => `${protocol}//${loopback.has(hostname) ? 'loopback' : hostname}:${port}`;

/** Whether the page that opens a socket is one of ours. What is no browser tells no origin, and has a token or nothing. */
export function isOwnOrigin(origin: string | undefined, publicUrl: string): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && placeOf(new URL(origin)) === placeOf(new URL(publicUrl));
}
