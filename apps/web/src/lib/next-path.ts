/** Where to go after signing in: a path of this site, else `fallback`. An address of another site would make us a phisher's doorman. */
export function safeNextPath(next: string | null, fallback: string): string {
  if (next === null || !next.startsWith('/')) return fallback;
  const url = URL.parse(next, window.location.origin);
  if (url === null || url.origin !== window.location.origin) return fallback;
  return url.pathname + url.search + url.hash;
}

export const signInPath = (next: string): string => `/sign-in?next=${encodeURIComponent(next)}`;
export const signUpPath = (next: string): string => `/sign-up?next=${encodeURIComponent(next)}`;
