import { expect, test } from 'vitest';
import { Permission } from '../group/permission.ts';
import { canUpload } from './file.policy.ts';

const person = (...permissions: string[]) => ({ userId: 'u', sessionId: 's', permissions: new Set(permissions), scopes: null });

test('anybody signed in has a picture; files for courses are stored by who writes courses', () => {
  const uses = ['avatar', 'image', 'file', 'video', 'captions'] as const;
  const may = (viewer: ReturnType<typeof person> | null) => uses.filter((use) => canUpload(viewer, use));
  expect(may(null)).toEqual([]);
  expect(may(person())).toEqual(['avatar']);
  expect(may(person(Permission.COURSE_READ_ANY, Permission.SUBJECT_MANAGE))).toEqual(['avatar']);
  expect(may(person(Permission.COURSE_CREATE))).toEqual(uses);
  expect(may(person(Permission.COURSE_EDIT_ANY))).toEqual(uses);
});
