import { expect, test } from 'vitest';
import type { Viewer } from '../kernel/authorize.ts';
import { canManageAccount, canSetSuperuser, canSuspendAccount } from './user.policy.ts';

const person = (userId: string, permissions: string[], isSuperuser = false): Viewer => ({
  userId,
  sessionId: 's',
  permissions: new Set(permissions),
  isSuperuser,
  scopes: null,
});

const all = ['user.manage', 'group.manage', 'course.create'];
const viewers = {
  nobody: null,
  student: person('student', []),
  clerk: person('clerk', ['user.manage']),
  admin: person('admin', all),
  superuser: person('superuser', all, true),
};
const accounts = {
  student: { id: 'student', permissions: [], isSuperuser: false },
  instructor: { id: 'instructor', permissions: ['course.create'], isSuperuser: false },
  clerk: { id: 'clerk', permissions: ['user.manage'], isSuperuser: false },
  superuser: { id: 'superuser', permissions: all, isSuperuser: true },
};

test.each([
  ['nobody', []],
  ['student', []],
  ['clerk', ['student', 'clerk']],
  ['admin', ['student', 'instructor', 'clerk']],
  ['superuser', ['student', 'instructor', 'clerk', 'superuser']],
] as const)('%s manages the accounts of who may do no more', (who, whose) => {
  const managed = Object.entries(accounts).flatMap(([name, account]) => (canManageAccount(viewers[who], account) ? [name] : []));
  expect(managed).toEqual(whose);
  const suspended = Object.entries(accounts).flatMap(([name, account]) => (canSuspendAccount(viewers[who], account) ? [name] : []));
  expect(suspended).toEqual(whose.filter((name) => name !== who));
  expect(canSetSuperuser(viewers[who])).toBe(who === 'superuser');
});
