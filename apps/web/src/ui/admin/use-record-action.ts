import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Failure, failureOf, mayPass } from '../../lib/failure.ts';
import { mistakesOf } from '../../lib/mistakes.ts';
import type { Mistake, UserErrorRef } from '../../lib/user-error.ts';
import { confirm } from '../confirm.tsx';
import { showDone } from '../toast.tsx';

/** What can be done to one record, or to many of them one after the other. */
export interface RecordAction<TRow> {
  key: string;
  label: string;
  icon: ReactNode;
  isDangerous?: boolean;
  /** For which records it makes sense and the viewer may, as the server answers. */
  isFor: (row: TRow) => boolean;
  /** What is asked first: what it means for these records. */
  question: (rows: readonly TRow[]) => { title: string; children: ReactNode };
  /** By `useRequest`. */
  act: (row: TRow) => Promise<{ userErrors: readonly UserErrorRef[] }>;
  done: (count: number) => string;
}

/** A record to which it could not be done, and why. */
export interface Refused<TRow> {
  row: TRow;
  mistakes: readonly Mistake[];
  failure: Failure | null;
}

async function attempt<TRow>(row: TRow, act: RecordAction<TRow>['act']): Promise<Refused<TRow> | null> {
  try {
    const { userErrors } = await act(row);
    return userErrors.length === 0 ? null : { row, mistakes: mistakesOf(userErrors), failure: null };
  } catch (error) {
    return { row, mistakes: [], failure: failureOf(error) };
  }
}

/**
 * Asks, does it to one record after the other, and tells what was done and what was refused. Gives the records that are left; null when
 * nothing was done. `again`: the same once more to those that failed for a reason that may pass.
 */
export function useRecordAction<TRow>() {
  const { t } = useTranslation('admin');
  const [progress, setProgress] = useState<{ key: string; done: number; of: number } | null>(null);
  const [last, setLast] = useState<{ action: RecordAction<TRow>; refused: readonly Refused<TRow>[] } | null>(null);

  const perform = async (action: RecordAction<TRow>, rows: readonly TRow[], kept: readonly Refused<TRow>[] = []): Promise<TRow[]> => {
    const found: Refused<TRow>[] = [];
    for (const [index, row] of rows.entries()) {
      setProgress({ key: action.key, done: index, of: rows.length });
      // One after the other: a hundred at once would be a flood for the server, and no faster.
      const refusal = await attempt(row, action.act);
      if (refusal !== null) found.push(refusal);
    }
    setProgress(null);
    setLast({ action, refused: [...kept, ...found] });
    if (rows.length > found.length) showDone(action.done(rows.length - found.length));
    return [...kept, ...found].map(({ row }) => row);
  };

  const run = async (action: RecordAction<TRow>, chosen: readonly TRow[]): Promise<TRow[] | null> => {
    const rows = chosen.filter((row) => action.isFor(row));
    const question = { ...action.question(rows), confirmLabel: action.label, cancelLabel: t('cancel') };
    if (!(await confirm({ ...question, isDangerous: action.isDangerous === true }))) return null;
    return [...chosen.filter((row) => !rows.includes(row)), ...(await perform(action, rows))];
  };

  const refused = last?.refused ?? [];
  const failed = refused.filter(({ failure }) => failure !== null && mayPass(failure));
  const again =
    last === null || failed.length === 0
      ? null
      : {
          key: last.action.key,
          run: () =>
            perform(
              last.action,
              failed.map(({ row }) => row),
              refused.filter((each) => !failed.includes(each)),
            ),
        };

  return { run, again, progress, refused, forget: (): void => setLast(null) };
}
