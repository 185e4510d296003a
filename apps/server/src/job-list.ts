import type { Services } from './context.ts';
import { reencodeOldPicturesJob } from './file/reencode-old-pictures.ts';
import { buildDataExportJob, forgetDataExportsJob } from './data-export/build-data-export.ts';
import { courseHandedOverLetter } from './course/course-handed-over-letter.ts';
import { confirmEmailLetter, emailChangingLetter } from './email-address/email-letters.ts';
import { sweepFilesJob } from './file/sweep-files.ts';
import { invitationLetter } from './invitation/invitation-letter.ts';
import { forgetKeysJob } from './kernel/idempotency.ts';
import type { Work } from './kernel/jobs.ts';
import { purgeTrashJob } from './trash/purge-trash.ts';

import { forgetThrottlesJob } from './kernel/throttle.ts';
import {
  dataExportReadyNotice,
  passwordChangedNotice,
  passwordSetNotice,
  secondFactorDisabledNotice,
  secondFactorEnabledNotice,
} from './mail/account-notice.ts';
import { forgetLinksJob } from './mail/mail-link.ts';
import { sendMailJob } from './mail/send-mail.ts';
import { passwordResetLetter } from './password/password-reset-letter.ts';
import { forgetEventsJob } from './security-event/record-event.ts';
import { welcomeLetter } from './user/welcome-letter.ts';

/** Every kind of mail. */
const letters = [
  confirmEmailLetter,
  courseHandedOverLetter,
  dataExportReadyNotice,
  emailChangingLetter,
  invitationLetter,
  passwordChangedNotice,
  passwordResetLetter,
  passwordSetNotice,
  secondFactorDisabledNotice,
  secondFactorEnabledNotice,
  welcomeLetter,
];

/** Every kind of work that is queued or done on a schedule. */
export const jobList: readonly Work<Services>[] = [
  sendMailJob(letters),
  buildDataExportJob,
  purgeTrashJob,
  reencodeOldPicturesJob,
  sweepFilesJob,
  forgetKeysJob,
  forgetLinksJob,
  forgetThrottlesJob,
  forgetEventsJob,
  forgetDataExportsJob,
];
