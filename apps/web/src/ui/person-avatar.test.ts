import { expect, it } from 'vitest';
import { initialsOf } from './person-avatar.tsx';

it.each([
  ['Ada Lovelace', 'AL'],
  ['Élodie de la Tour', 'ÉT'],
  ['  Cher  ', 'C'],
  ['Zoe\u0308 (Zoé) O’Neill', 'ZO'],
  ['<b>Ada</b> "Lovelace"', 'BL'],
  ['李 小龙', '李小'],
  ['…', ''],
])('%o is drawn as %o', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
