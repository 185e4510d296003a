import { expect, test } from 'vitest';
import { profileRule } from './profile.ts';

const takes = (field: keyof typeof profileRule.shape, value: unknown): boolean => profileRule.shape[field].safeParse(value).success;

test.each(['', '+33 6 12 34 56 78', '(020) 7946-0018', '06.12.34.56.78', '0049 30/901820'])('%o is a phone number', (phone) => {
  expect(takes('phone', phone)).toBe(true);
});

test.each(['12', 'call me', '+33 6 12\r\n34 56', '1'.repeat(21), '06 12 34 56 78 <b>', '++33 612345678'])('%o is none', (phone) => {
  expect(takes('phone', phone)).toBe(false);
});

test.each([null, 'UTC', 'Europe/Paris', 'America/Argentina/Buenos_Aires', 'Etc/GMT+3', 'Asia/Kolkata'])('%o is a time zone', (zone) => {
  expect(takes('timeZone', zone)).toBe(true);
});

test.each(['', 'Europe/Atlantis', '+02:00', 'Europe/Paris; drop table', 'x'.repeat(200), '../../etc/passwd'])('%o is none', (zone) => {
  expect(takes('timeZone', zone)).toBe(false);
});

test('a name is one line that says something', () => {
  expect(profileRule.shape.firstName.parse('  Zoë-Ann  ')).toBe('Zoë-Ann');
  for (const name of ['', '   ', 'Ada\r\nBcc: everybody@example.org', 'A\u0000da', 'x'.repeat(101)])
    expect(takes('firstName', name)).toBe(false);
});

test('markup is text like any other', () => {
  expect(profileRule.shape.lastName.parse('<b>O’Neill & Söhne</b>')).toBe('<b>O’Neill & Söhne</b>');
  expect(profileRule.shape.bio.parse('<script>alert(1)</script>\n')).toBe('<script>alert(1)</script>\n');
});
