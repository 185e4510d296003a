import type { OperationVariables } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../lib/save-file.ts';
import { showDone, showFailure } from './toast.tsx';

interface Connection<TRow> {
  edges: readonly { node: TRow }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface ExportButtonProps<TData, TVariables extends OperationVariables, TRow> {
  fileName: string;
  columns: readonly { label: string; text: (row: TRow) => string | number }[];
  document: TypedDocumentNode<TData, TVariables>;
  connectionOf: (data: TData) => Connection<TRow> | null;
  variablesOf: (page: { first: number; after: string | null }) => TVariables;
}

/** What one request may ask for. */
const mostAtOnce = 100;

/** Everything that the list holds, not only what is shown of it, as a file for spreadsheets. */
export function ExportButton<TData, TVariables extends OperationVariables, TRow>(props: ExportButtonProps<TData, TVariables, TRow>) {
  const { document, columns, fileName } = props;
  const { t, i18n } = useTranslation('shell');
  const client = useApolloClient();
  const [count, setCount] = useState<number | null>(null);

  const readAll = async (): Promise<TRow[]> => {
    const rows: TRow[] = [];
    for (let after: string | null = null; ;) {
      const variables = props.variablesOf({ first: mostAtOnce, after });
      const { data } = await client.query<TData, OperationVariables>({ query: document, variables, fetchPolicy: 'no-cache' });
      const page = data === undefined ? null : props.connectionOf(data);
      rows.push(...(page?.edges.map(({ node }) => node) ?? []));
      setCount(rows.length);
      after = page?.pageInfo.endCursor ?? null;
      if (page?.pageInfo.hasNextPage !== true || after === null) return rows;
    }
  };

  const save = async (): Promise<void> => {
    if (count !== null) return;
    setCount(0);
    try {
      const [rows, { csvOf }] = await Promise.all([readAll(), import('../lib/csv.ts')]);
      const head = columns.map(({ label }) => label);
      const table = rows.map((row) => columns.map(({ text }) => text(row)));
      saveFile(`${fileName}-${new Date().toISOString().slice(0, 10)}.csv`, csvOf(head, table, i18n.language), 'text/csv;charset=utf-8');
      showDone(t('export.done', { count: rows.length }));
    } catch (error) {
      showFailure(error, { onRetry: () => void save() });
    } finally {
      setCount(null);
    }
  };

  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={18} stroke={1.7} aria-hidden />}
      aria-disabled={count !== null}
      onClick={() => void save()}
    >
      {count === null ? t('export.label') : t('export.running', { count })}
    </Button>
  );
}
