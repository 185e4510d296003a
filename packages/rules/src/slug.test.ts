import { expect, test } from 'vitest';
import { slugFromTitle, slugMaxLength, slugRule } from './slug.ts';

test.each([
  ['Algèbre linéaire', 'algebre-lineaire'],
  ['L’été — à Genève !', 'l-ete-a-geneve'],
  ['Cœur & Straße', 'coeur-strasse'],
  ['  C++ in 21 days  ', 'c-in-21-days'],
  ['数学', ''],
])('%s is proposed as "%s"', (title, slug) => {
  expect(slugFromTitle(title)).toBe(slug);
});

test('whatever is proposed is taken, however long the title', () => {
  const slug = slugFromTitle(`${'very long '.repeat(20)}title`);
  expect(slug.length).toBeLessThanOrEqual(slugMaxLength);
  expect(slugRule.safeParse(slug).success).toBe(true);
});

test.each(['', '-', 'a--b', '-a', 'a-', 'Ab', 'é', 'a b', 'a/b', 'x'.repeat(slugMaxLength + 1)])('"%s" is no slug', (slug) => {
  expect(slugRule.safeParse(slug).success).toBe(false);
});
