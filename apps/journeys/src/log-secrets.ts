/** What the journeys type, and how the secrets of a session look, wherever they may stand. */
const secrets: readonly [name: string, pattern: RegExp][] = [
  ['a password', /cursus-demo|a long walk by the river|a boat on a quiet lake|another good one/],
  ['a password hash', /\$argon2id\$/],
  ['an access token', /eyJ[\w-]{10,}\.[\w-]{10,}\./],
  ['a personal token', /cursus_pat_[\w-]{20,}/],
  ['a cookie', /cursus-(?:refresh|files|device)-[0-9a-f]{8}=/],
  ['a refresh token', /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[\w-]{43}/],
  ['a link of a mail', /#[\w-]{43}/],
];

/** The lines of a log that hold a secret, by what it is. The sample accounts, which a start prints for everybody, are none. */
export function secretsIn(log: string): string[] {
  const lines = log.split('\n').filter((line) => !/^ {4}\w+ +password /.test(line));
  return lines.flatMap((line) => secrets.filter(([, pattern]) => pattern.test(line)).map(([name]) => `${name}: ${line.slice(0, 200)}`));
}
