import { describe, expect, it } from 'vitest';
import { safeNextPath } from './next-path.ts';

describe('where one goes after signing in', () => {
  it.each(['/', '/learn', '/courses/a-course?order=title#outline'])('goes to %s, a page of this site', (path) => {
    expect(safeNextPath(path, '/learn')).toBe(path);
  });

  it.each([
    null,
    '',
    'learn',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
  ])('does not follow %j', (address) => {
    expect(safeNextPath(address, '/learn')).toBe('/learn');
  });
});
