import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { CourseStatus } from '../src/course/course.entity.ts';
import { defaultGroupIds } from '../src/group/default-groups.ts';
import { globalId } from '../src/kernel/global-id.ts';
import { createSchema } from '../src/schema.ts';
import { Factory, type Made } from './factories.ts';
import { type Answer, openSchool } from './harness.ts';
import { type Operation, operationsOf, send } from './operations.ts';

const school = await openSchool();
const make = new Factory(school);
const operations = operationsOf(await createSchema());
const guarded = operations.filter(({ access }) => access !== undefined && !access.isPublic);

/** What an operation open to all is for: each was looked at, and a new one has to be. */
const open = [
  'completeSignIn',
  'confirmEmail',
  'courseBySlug',
  'courseLanguages',
  'courses',
  'errorCodes',
  'node',
  'nodes',
  'rateLimit',
  'recordCourseView',
  'refreshSession',
  'requestPasswordReset',
  'resetPassword',
  'signIn',
  'signOut',
  'signUp',
  'signUpPolicy',
  'subjectBySlug',
  'subjects',
  'uploadLimits',
  'viewer',
];

async function courseOf(owner: Made, status: CourseStatus) {
  const course = await make.course(owner, { status });
  const module = await make.module(course, 1);
  const content = await make.content(module, 1);
  const deletedAt = new Date();
  const trashedCourse = await make.course(owner, { status, deletedAt });
  const trashedModule = await make.module(course, 2, { deletedAt });
  const trashedContent = await make.content(module, 2, { deletedAt });
  return { course, module, content, trashedCourse, trashedModule, trashedContent };
}

const [owner, stranger, student, pupil] = [
  await make.user('Instructors'),
  await make.user('Instructors'),
  await make.user(),
  await make.user(),
];
const published = await courseOf(owner, CourseStatus.PUBLISHED);
const draft = await courseOf(owner, CourseStatus.DRAFT);
const subject = await make.subject();
const token = await make.token(owner, ['catalog:read']);
await school.as(owner.uuid);
const { id: sessionId } = await school.db.selectFrom('session').select('id').where('user_id', '=', owner.uuid).executeTakeFirstOrThrow();
const session = globalId('Session', sessionId);
const failedJob = globalId('FailedJob', randomUUID());
const invitation = globalId('Invitation', randomUUID());
const enrolment = globalId('Enrolment', randomUUID());
const callers = { stranger: await school.as(stranger.uuid), student: await school.as(student.uuid), pupil: await school.as(pupil.uuid) };

// Operations that are allowed have their effect: each starts from the same school, with the pupil alone enrolled.
beforeEach(async () => {
  await school.db.deleteFrom('enrolment').execute();
  await make.enrolment(published.course, pupil);
});

const idsIn = ({ course, module, content, trashedCourse, trashedModule, trashedContent }: typeof published) => ({
  Course: course.id,
  Module: module.id,
  Content: content.id,
  TrashedCourse: trashedCourse.id,
  TrashedModule: trashedModule.id,
  TrashedContent: trashedContent.id,
  Subject: subject.id,
  StoredFile: globalId('StoredFile', randomUUID()),
  Token: token.id,
  User: owner.id,
  Session: session,
  Invitation: invitation,
  Group: globalId('Group', defaultGroupIds.Students),
  Enrolment: enrolment,
  FailedJob: failedJob,
});
// What is in the trash is named by the id that it had.
const randomIds = Object.fromEntries(
  [
    'Course',
    'Module',
    'Content',
    'TrashedCourse',
    'TrashedModule',
    'TrashedContent',
    'Subject',
    'StoredFile',
    'Token',
    'User',
    'Session',
    'Invitation',
    'Group',
    'Enrolment',
    'FailedJob',
  ].map((type) => [type, globalId(type.replace('Trashed', ''), randomUUID())]),
);

const codeOf = ({ errors }: Answer<unknown>): string => errors[0]?.extensions.code ?? 'ALLOWED';

/** What people are told of a published course that is not theirs, by the operation's rule. */
const expectedOnPublished: Readonly<Record<string, Readonly<Record<keyof typeof callers, string>>>> = {
  canEditCourse: { stranger: 'FORBIDDEN', student: 'FORBIDDEN', pupil: 'FORBIDDEN' },
  canViewCourse: { stranger: 'ALLOWED', student: 'ALLOWED', pupil: 'ALLOWED' },
  isStudentOf: { stranger: 'FORBIDDEN', student: 'FORBIDDEN', pupil: 'ALLOWED' },
  canManageSubjects: { stranger: 'FORBIDDEN', student: 'FORBIDDEN', pupil: 'FORBIDDEN' },
  canReadAnyCourse: { stranger: 'FORBIDDEN', student: 'FORBIDDEN', pupil: 'FORBIDDEN' },
  canCreateCourse: { stranger: 'ALLOWED', student: 'FORBIDDEN', pupil: 'FORBIDDEN' },
  signedIn: { stranger: 'ALLOWED', student: 'ALLOWED', pupil: 'ALLOWED' },
  canManageAccount: { stranger: 'NOT_FOUND', student: 'NOT_FOUND', pupil: 'NOT_FOUND' },
  canSuspendAccount: { stranger: 'NOT_FOUND', student: 'NOT_FOUND', pupil: 'NOT_FOUND' },
  canSetSuperuser: { stranger: 'NOT_FOUND', student: 'NOT_FOUND', pupil: 'NOT_FOUND' },
  canManageUsers: { stranger: 'FORBIDDEN', student: 'FORBIDDEN', pupil: 'FORBIDDEN' },
  canSeeGroups: { stranger: 'FORBIDDEN', student: 'FORBIDDEN', pupil: 'FORBIDDEN' },
  canManageGroups: { stranger: 'FORBIDDEN', student: 'FORBIDDEN', pupil: 'FORBIDDEN' },
  canEditGroup: { stranger: 'NOT_FOUND', student: 'NOT_FOUND', pupil: 'NOT_FOUND' },
  canDeleteGroup: { stranger: 'NOT_FOUND', student: 'NOT_FOUND', pupil: 'NOT_FOUND' },
  canRevokeInvitation: { stranger: 'NOT_FOUND', student: 'NOT_FOUND', pupil: 'NOT_FOUND' },
  canEndSession: { stranger: 'NOT_FOUND', student: 'NOT_FOUND', pupil: 'NOT_FOUND' },
  canManageEnrolments: { stranger: 'FORBIDDEN', student: 'FORBIDDEN', pupil: 'FORBIDDEN' },
  canEndEnrolment: { stranger: 'NOT_FOUND', student: 'NOT_FOUND', pupil: 'NOT_FOUND' },
  canManageFiles: { stranger: 'FORBIDDEN', student: 'FORBIDDEN', pupil: 'FORBIDDEN' },
  canDeleteFile: { stranger: 'NOT_FOUND', student: 'NOT_FOUND', pupil: 'NOT_FOUND' },
  canReadAuditLog: { stranger: 'FORBIDDEN', student: 'FORBIDDEN', pupil: 'FORBIDDEN' },
  canRevokeToken: { stranger: 'NOT_FOUND', student: 'NOT_FOUND', pupil: 'NOT_FOUND' },
  canReadSystem: { stranger: 'FORBIDDEN', student: 'FORBIDDEN', pupil: 'FORBIDDEN' },
  canRetryJob: { stranger: 'NOT_FOUND', student: 'NOT_FOUND', pupil: 'NOT_FOUND' },
  canUpload: { stranger: 'ALLOWED', student: 'FORBIDDEN', pupil: 'FORBIDDEN' },
};

const isInTrash = ({ access }: Operation) => access?.target?.startsWith('Trashed') === true;
const isOfCourse = (operation: Operation) =>
  ['Course', 'Module', 'Content'].includes(operation.access?.target ?? '') || isInTrash(operation);

test('every operation declares who may use it, and those open to all are known', () => {
  expect(operations.filter(({ access }) => access === undefined).map(({ name }) => name)).toEqual([]);
  expect(
    operations
      .filter(({ access }) => access?.isPublic)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(open);
  for (const { access } of guarded) expect(Object.keys(expectedOnPublished)).toContain(access?.rule);
});

describe.each(guarded)('$name', (operation) => {
  const { access } = operation;

  test('signed out is UNAUTHENTICATED, for real and random ids alike', async () => {
    const real = await send(school.nobody, operation, idsIn(published));
    const random = await send(school.nobody, operation, randomIds);
    expect(codeOf(real)).toBe('UNAUTHENTICATED');
    expect(random.errors).toEqual(real.errors);
    expect(random.status).toBe(real.status);
  });

  test.each(['stranger', 'student', 'pupil'] as const)('%s on a published course of another', async (who) => {
    const expected = expectedOnPublished[access?.rule ?? '']?.[who];
    const answer = await send(callers[who], operation, idsIn(published));
    // A content is not found by who may not read the course: its very existence is behind the enrolment.
    // What is in the trash is known to nobody but who may restore it.
    const isHidden = (access?.target === 'Content' && who !== 'pupil') || isInTrash(operation);
    expect(codeOf(answer)).toBe(isHidden ? 'NOT_FOUND' : expected);
  });
});

describe.each(guarded.filter(isOfCourse))('$name', (operation) => {
  test('a draft of another is NOT_FOUND, with the body of a random id', async () => {
    for (const caller of [callers.stranger, callers.student]) {
      const real = await send(caller, operation, idsIn(draft));
      const random = await send(caller, operation, randomIds);
      expect(codeOf(real)).toBe('NOT_FOUND');
      expect(real.errors).toEqual(random.errors);
      expect(real.status).toBe(random.status);
    }
  });
});
