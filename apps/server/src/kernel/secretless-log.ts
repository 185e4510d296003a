import { type DestinationStream, type Level, type Logger, pino } from 'pino';

/** How secrets look, wherever they stand: in the text of a failed statement, in a header, in an address. */
const secrets: readonly RegExp[] = [
  /\$argon2id\$[^\s"'\\]+/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /\bcursus_pat_[\w-]+/g,
  /\bcursus-(?:refresh|files|device)-[0-9a-f]{8}=[^\s;"\\]+/g,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[\w-]{43}/g,
  /#[\w-]{43}\b/g,
  /\b(smtps?|postgres(?:ql)?):\/\/[^\s"@/]+@/g,
];

/** The last look at a line of the log: whatever a library put into its message, no secret leaves the process by it. */
export const withoutSecrets = (line: string): string =>
  secrets.reduce(
    (text, pattern) =>
      text.replaceAll(pattern, (_found, scheme: unknown) => (typeof scheme === 'string' ? `${scheme}://[secret]@` : '[secret]')),
    line,
  );

/** The log of a process. */
export const createLogger = (level: Level | 'silent', destination: DestinationStream): Logger =>
  pino({ level, redact: ['req.headers.authorization', 'req.headers.cookie'], hooks: { streamWrite: withoutSecrets } }, destination);
