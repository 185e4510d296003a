import type { TFunction } from 'i18next';
import type { RecordKind } from '../../gql/graphql.ts';
import { nameOfJob } from '../../lib/job-name.ts';

interface NamedRecord {
  readonly kind: RecordKind;
  readonly recordName: string | null;
}

/** What the record of an entry is called: a job by its kind, in words; null when it has no name. */
export const nameOfRecord = ({ kind, recordName }: NamedRecord, t: TFunction<'system'>): string | null =>
  kind === 'JOB' && recordName !== null ? nameOfJob(recordName, t) : recordName;
