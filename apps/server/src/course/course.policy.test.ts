import { describe, expect, test } from 'vitest';
import { canSeeStudentsOf, isStudentOf } from '../enrolment/enrolment.policy.ts';
import { Permission } from '../group/permission.ts';
import type { Viewer } from '../kernel/authorize.ts';
import { CourseStatus } from './course.entity.ts';
import {
  canCreateCourse,
  canEditCourse,
  canEnrol,
  canReadAnyCourse,
  canReadCourse,
  canViewCourse,
  canViewOutline,
} from './course.policy.ts';

const person = (userId: string, ...permissions: string[]): Viewer => ({
  userId,
  sessionId: 's',
  permissions: new Set(permissions),
  scopes: null,
});

const people: Readonly<Record<string, { viewer: Viewer | null; isEnrolled: boolean }>> = {
  nobody: { viewer: null, isEnrolled: false },
  stranger: { viewer: person('stranger', Permission.COURSE_CREATE), isEnrolled: false },
  student: { viewer: person('student'), isEnrolled: true },
  owner: { viewer: person('owner', Permission.COURSE_CREATE), isEnrolled: false },
  reader: { viewer: person('reader', Permission.COURSE_READ_ANY), isEnrolled: false },
  editor: { viewer: person('editor', Permission.COURSE_EDIT_ANY), isEnrolled: false },
};

const everybody = Object.keys(people);
const staff = ['owner', 'reader', 'editor'];
const { DRAFT, PUBLISHED, ARCHIVED } = CourseStatus;

/** Rule → status → who may. */
const table = {
  canViewCourse: { rule: canViewCourse, [DRAFT]: ['student', ...staff], [PUBLISHED]: everybody, [ARCHIVED]: ['student', ...staff] },
  canViewOutline: { rule: canViewOutline, [DRAFT]: staff, [PUBLISHED]: everybody, [ARCHIVED]: ['student', ...staff] },
  canReadCourse: { rule: canReadCourse, [DRAFT]: staff, [PUBLISHED]: ['student', ...staff], [ARCHIVED]: ['student', ...staff] },
  canEditCourse: { rule: canEditCourse, [DRAFT]: ['owner', 'editor'], [PUBLISHED]: ['owner', 'editor'], [ARCHIVED]: ['owner', 'editor'] },
  canSeeStudentsOf: {
    rule: canSeeStudentsOf,
    [DRAFT]: ['owner', 'editor'],
    [PUBLISHED]: ['owner', 'editor'],
    [ARCHIVED]: ['owner', 'editor'],
  },
  canEnrol: { rule: canEnrol, [DRAFT]: [], [PUBLISHED]: ['stranger', ...staff], [ARCHIVED]: [] },
  isStudentOf: { rule: isStudentOf, [DRAFT]: ['student'], [PUBLISHED]: ['student'], [ARCHIVED]: ['student'] },
};

describe.each(Object.entries(table))('%s', (_, { rule, ...mayByStatus }) => {
  test.each(Object.entries(mayByStatus))('of a course that is %s', (status, may) => {
    const allowed = Object.entries(people).filter(([, { viewer, isEnrolled }]) =>
      rule(viewer, { ownerId: 'owner', status: status as CourseStatus, isEnrolled }),
    );
    expect(allowed.map(([name]) => name)).toEqual(may);
  });
});

test('who may create courses, and who reads any', () => {
  const names = (rule: (viewer: Viewer | null) => boolean) => everybody.filter((name) => rule(people[name]?.viewer ?? null));
  expect(names(canCreateCourse)).toEqual(['stranger', 'owner']);
  expect(names(canReadAnyCourse)).toEqual(['reader', 'editor']);
});
