import type { Db } from '../database.ts';
import type { Storage } from '../kernel/storage.ts';

/** What the parts of the sample school are loaded with: one transaction, and one moment that dates are counted from. */
export interface SampleScope {
  readonly db: Db;
  readonly storage: Storage;
  readonly now: Date;
}

const day = 24 * 60 * 60 * 1_000;

export const daysBefore = (moment: Date, days: number): Date => new Date(moment.getTime() - days * day);
