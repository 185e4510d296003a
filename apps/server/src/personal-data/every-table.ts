import { auditData } from '../audit/audit.personal-data.ts';
import { contentData } from '../content/content.personal-data.ts';
import { dataExportData } from '../data-export/data-export.personal-data.ts';
import { enrolmentData } from '../enrolment/enrolment.personal-data.ts';
import { fileData } from '../file/file.personal-data.ts';
import { groupMemberData } from '../group/group.personal-data.ts';
import { invitationData } from '../invitation/invitation.personal-data.ts';
import { mailData } from '../mail/mail.personal-data.ts';
import { profileData } from '../profile/profile.personal-data.ts';
import { progressData } from '../progress/progress.personal-data.ts';
import { secondFactorData } from '../second-factor/second-factor.personal-data.ts';
import { securityEventData } from '../security-event/security-event.personal-data.ts';
import { sessionData } from '../session/session.personal-data.ts';
import { tokenData } from '../token/token.personal-data.ts';
import { userData } from '../user/user.personal-data.ts';
import { deleteRows, type PersonalData } from './personal-data.ts';

/** Of which requests an answer is remembered for a day: ids alone. */
const repeatedRequests: PersonalData = {
  tables: ['idempotency_key'],
  archive: {},
  erase: (db, { id }) => deleteRows(db, 'idempotency_key', 'user_id', id),
};

/** What the installation holds of people, in the order in which it is erased: what refers before what is referred to, the account last. */
export const everyPersonalData: readonly PersonalData[] = [
  dataExportData,
  repeatedRequests,
  mailData,
  invitationData,
  tokenData,
  secondFactorData,
  securityEventData,
  groupMemberData,
  progressData,
  enrolmentData,
  contentData,
  profileData,
  fileData,
  sessionData,
  userData,
  auditData,
];

/** Tables that hold nothing of anybody, each with the reason. */
export const impersonalTables: Readonly<Record<string, string>> = {
  migration: 'which migrations have run',
  subject: 'of the school',
  group: 'of the school',
  group_permission: 'of the school',
  course_search: 'made of published courses, and goes with them',
  search_word: 'words of published courses, without where they stood',
  course_view: 'how often, not by whom',
  course_viewer: 'a keyed hash of the day and the viewer, forgotten when the next day is over',
  throttle: 'hashes of what is counted, forgotten within a day',
};
