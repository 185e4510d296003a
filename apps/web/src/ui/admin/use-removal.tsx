import { useApolloClient } from '@apollo/client/react';
import type { ReactNode } from 'react';
import type { UserErrorRef } from '../../lib/user-error.ts';
import { RecordNames } from './record-names.tsx';
import type { RecordAction } from './use-record-action.ts';

interface Removal<TRow> {
  key: string;
  label: string;
  icon: ReactNode;
  /** As the API calls the type of the record. */
  typeName: string;
  isFor: (row: TRow) => boolean;
  nameOf: (row: TRow) => string;
  title: (count: number) => string;
  /** What it means. */
  text: string;
  /** By `useRequest`. */
  remove: (variables: { input: { id: string } }) => Promise<{ userErrors: readonly UserErrorRef[] }>;
  done: (count: number) => string;
}

/** What takes records away: asked first, with their names, and what is gone leaves every list. */
export function useRemoval<TRow extends { id: string }>(removal: Removal<TRow>): RecordAction<TRow> {
  const { cache } = useApolloClient();
  const { key, label, icon, typeName, isFor, nameOf, title, text, remove, done } = removal;
  return {
    key,
    label,
    icon,
    isDangerous: true,
    isFor,
    question: (rows) => ({
      title: title(rows.length),
      children: <RecordNames records={rows.map((row) => ({ id: row.id, title: nameOf(row) }))}>{text}</RecordNames>,
    }),
    act: async ({ id }) => {
      const payload = await remove({ input: { id } });
      if (payload.userErrors.length === 0) cache.evict({ id: `${typeName}:${id}` });
      return payload;
    },
    done,
  };
}
