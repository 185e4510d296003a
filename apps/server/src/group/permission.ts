import { registerEnumType } from 'type-graphql';
import { auditPermissions } from '../audit/audit.permission.ts';
import { coursePermissions } from '../course/course.permission.ts';
import { enrolmentPermissions } from '../enrolment/enrolment.permission.ts';
import { filePermissions } from '../file/file.permission.ts';
import { subjectPermissions } from '../subject/subject.permission.ts';
import { systemPermissions } from '../system/system.permission.ts';
import { userPermissions } from '../user/user.permission.ts';
import { groupPermissions } from './group.permission.ts';

/** What each slice declares beside its policy. A new one is given to Administrators by its migration. */
const declared = {
  ...coursePermissions,
  ...subjectPermissions,
  ...enrolmentPermissions,
  ...filePermissions,
  ...userPermissions,
  ...groupPermissions,
  ...auditPermissions,
  ...systemPermissions,
};
type Name = keyof typeof declared;

const codes = Object.entries(declared).map(([name, { code }]) => [name, code] as const);
const descriptions = Object.entries(declared).map(([name, { description }]) => [name, { description }] as const);

/** The enum of the API: what a person may do, beyond what is their own. Groups hold permissions; a superuser has all. */
export const Permission = Object.fromEntries(codes) as Readonly<Record<Name, string>>;

registerEnumType(Permission, {
  name: 'Permission',
  description: 'What a group allows its members.',
  valuesConfig: Object.fromEntries(descriptions),
});

export const allPermissions: ReadonlySet<string> = new Set(Object.values(Permission));
