import { expect, test } from 'vitest';
import { courseRule } from './course.ts';

test('a slug that an address of the application needs is no slug of a course', () => {
  const course = { title: 'New', overview: '', outcomes: [], language: 'en' };
  expect(courseRule.safeParse({ ...course, slug: 'new' }).success).toBe(false);
  expect(courseRule.safeParse({ ...course, slug: 'new-2' }).success).toBe(true);
});
