import type { Context } from '../context.ts';
import { argumentAt, type Target } from '../kernel/authorize.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { type FailedJobRow, failedJobs, failedJobsByIds, queueFigures } from '../kernel/job-figures.ts';
import { rowById } from '../kernel/loaders.ts';
import { withoutSecrets } from '../kernel/secretless-log.ts';
import { withoutValues } from '../kernel/statement-text.ts';
import { canSeeFailedJob } from './job.policy.ts';

export const mostFailedJobs = 50;
const longestMessage = 500;

const longestStatement = 200;
/** The ORM writes its statement before the reason, with the values that somebody sent. */
const statementBefore = /^((?:select|insert|update|delete|with)\b.*) - /is;

/** A mail server says whom it did not take: who looks after the system need not know of people. */
const addresses = /[^\s<>[\]@"'(),:;/]+@[^\s<>[\]@"'(),:;/]+/g;

const toldMessage = (message: string): string =>
  withoutSecrets(message.replace(statementBefore, (_all, text: string) => `${withoutValues(text).slice(0, longestStatement)} – `))
    .replaceAll(addresses, '[address]')
    .slice(0, longestMessage);

const told = (row: FailedJobRow): FailedJobRow => ({ ...row, message: toldMessage(row.message) });

export const queues = ({ db }: Context) => queueFigures(db);

export const latestFailedJobs = async ({ db }: Context) => (await failedJobs(db, mostFailedJobs)).map(told);

const anyFailedJobById = rowById(async ({ db }: Context, ids) => (await failedJobsByIds(db, ids)).map(told));

/** For who may see it. */
export const failedJobById = async (ctx: Context, id: string): Promise<FailedJobRow | null> =>
  canSeeFailedJob(ctx.viewer) ? anyFailedJobById(ctx, id) : null;

/** The failed job that an argument names. */
export const theFailedJob = (path: string): Target<Context, FailedJobRow> => ({
  type: 'FailedJob',
  find: (ctx, args) => failedJobById(ctx, uuidOf('FailedJob', argumentAt(args, path))),
  canView: canSeeFailedJob,
});
