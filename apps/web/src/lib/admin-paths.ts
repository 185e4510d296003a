/** The administration's addresses: a kind of record, as the API names its list, and a record of it. */
export const adminPath = '/admin';
export const adminSystemPath = '/admin/system';
export const adminListPath = (kind: string): string => `/admin/${kind}`;
export const newRecordPath = (kind: string): string => `/admin/${kind}/new`;
export const recordPath = (kind: string, id: string): string => `/admin/${kind}/${encodeURIComponent(id)}`;
/** The filter of lists by the person whose the records are. */
export const ofPerson = 'person';
export const listOfPersonPath = (kind: string, userId: string): string =>
  `${adminListPath(kind)}?${ofPerson}=${encodeURIComponent(userId)}`;
/** The course with which the form of a new enrolment begins. */
export const ofCourse = 'course';
export const newEnrolmentPath = (courseId: string): string => `${newRecordPath('enrolments')}?${ofCourse}=${encodeURIComponent(courseId)}`;
export const eraseUserPath = (id: string): string => `${recordPath('users', id)}/erase`;
/** What the audit log tells about an object. */
export const recordHistoryPath = (id: string): string => `/admin/auditEntries?record=${encodeURIComponent(id)}`;
export const importUsersPath = '/admin/users/import';
