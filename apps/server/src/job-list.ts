import type { Services } from './context.ts';
import { reencodeOldPicturesJob } from './file/reencode-old-pictures.ts';
import { sweepFilesJob } from './file/sweep-files.ts';
import { forgetKeysJob } from './kernel/idempotency.ts';
import type { Work } from './kernel/jobs.ts';
import { purgeTrashJob } from './trash/purge-trash.ts';

/** Every kind of work that is queued or done on a schedule. */
export const jobList: readonly Work<Services>[] = [purgeTrashJob, sweepFilesJob, reencodeOldPicturesJob, forgetKeysJob];
