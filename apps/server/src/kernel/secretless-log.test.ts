import { expect, test } from 'vitest';
import { hashPassword } from './password.ts';
import { createLogger } from './secretless-log.ts';
import { newSecret } from './secret-token.ts';

const secret = newSecret();
const told: Readonly<Record<string, string>> = {
  'the hash of a password': await hashPassword('a wonderful password'),
  'an access token': 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
  'a personal token': `cursus_pat_${secret}`,
  'a refresh token': `9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d.${secret}`,
  'a cookie': `cursus-refresh-0123abcd=${secret}`,
  'a link of a mail': `https://school.example/reset-password#${secret}`,
  'the password of a mail server': 'smtp://school:hunter2@mail.example:587',
};

test.each(Object.entries(told))('%s does not leave by the log, whoever wrote it there', (_, text) => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  logger.error({ err: new Error(`update "user" set x = '${text}' - failed`), header: text }, `something with ${text}`);
  const [line = ''] = lines;
  expect(line).toContain('[secret]');
  expect(line).not.toContain(text);
  expect(line).not.toContain(secret);
  expect(line).not.toContain('hunter2');
  expect(JSON.parse(line)).toMatchObject({ level: 50 });
});
