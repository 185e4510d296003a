import { expect, test } from 'vitest';
import { emailRule, passwordRule, usernameRule } from './account.ts';

test('a username is never an e-mail address, and case makes no other person of it', () => {
  expect(usernameRule.parse(' Ada.Lovelace ')).toBe('ada.lovelace');
  for (const wrong of ['ada@example.org', 'ab', 'ada lovelace', 'àda', 'x'.repeat(41)])
    expect(usernameRule.safeParse(wrong).success).toBe(false);
});

test('an e-mail address is kept in lower case, and one line', () => {
  expect(emailRule.parse(' Ada@Example.ORG ')).toBe('ada@example.org');
  for (const wrong of ['ada', 'ada@', 'ada@example.org\r\nBcc: eve@example.org', `${'a'.repeat(250)}@example.org`]) {
    expect(emailRule.safeParse(wrong).success).toBe(false);
  }
});

test('a password has 8 to 128 characters, and blanks count', () => {
  expect(passwordRule.parse('  pass   ')).toBe('  pass   ');
  for (const wrong of ['1234567', 'x'.repeat(129)]) expect(passwordRule.safeParse(wrong).success).toBe(false);
});
