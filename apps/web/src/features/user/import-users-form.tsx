import { importMaxCount } from '@cursus/rules/account';
import { Button, Card, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import type { ImportUsersMutation } from '../../gql/graphql.ts';
import { csvOf } from '../../lib/csv.ts';
import { mistakesOf } from '../../lib/mistakes.ts';
import { readTableFile } from '../../lib/read-table-file.ts';
import { saveFile } from '../../lib/save-file.ts';
import type { Mistake } from '../../lib/user-error.ts';
import { confirm } from '../../ui/confirm.tsx';
import { MistakeMessage } from '../../ui/mistake-message.tsx';
import { useSend } from '../../ui/send.ts';
import { showDone } from '../../ui/toast.tsx';
import { ImportedRows } from './imported-rows.tsx';

const ImportUsersDocument = graphql(`
  mutation ImportUsers($input: ImportUsersInput!) {
    importUsers(input: $input) {
      lines {
        number
        outcome
        ...ImportedRows_row
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

/** As the server reads it: these names are nobody's language. */
const head = ['username', 'email', 'firstName', 'lastName', 'language', 'group'];

type Rows = NonNullable<NonNullable<ImportUsersMutation['importUsers']>['lines']>;

interface Told {
  rows: Rows;
  isDone: boolean;
}

const countOf = (rows: Rows, wanted: Rows[number]['outcome']): number => rows.filter(({ outcome }) => outcome === wanted).length;

/** Accounts from a table: first it is told line by line what would happen, then all of it is done, or nothing. */
export function ImportUsersForm() {
  const { t, i18n } = useTranslation('importing');
  const [csv, setCsv] = useState('');
  const [told, setTold] = useState<Told | null>(null);
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const [send, isSending] = useSend(ImportUsersDocument);
  const table = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const resultId = useId();

  const write = (next: string): void => {
    setCsv(next);
    setTold(null);
    setMistakes([]);
  };

  const run = async (isDryRun: boolean): Promise<void> => {
    const payload = await send({ input: { csv, isDryRun } });
    if (payload === null) return;
    const found = mistakesOf(payload.userErrors);
    const isDone = !isDryRun && found.length === 0;
    // Where lines are refused they say why themselves.
    setMistakes(payload.lines === null ? found : []);
    setTold(payload.lines && { rows: payload.lines, isDone });
    if (payload.lines === null) return table.current?.focus();
    if (isDone) showDone(t('done', { count: countOf(payload.lines, 'CREATE') }));
    requestAnimationFrame(() => result.current?.focus());
  };

  const importAll = async (count: number): Promise<void> => {
    const question = { title: t('confirm.title', { count }), children: t('confirm.text'), confirmLabel: t('import', { count }) };
    if (await confirm({ ...question, cancelLabel: t('cancel') })) await run(false);
  };

  const saveExample = (): void => {
    const example = ['ada', 'ada@example.org', 'Ada', 'Lovelace', i18n.language, 'Students'];
    saveFile('accounts.csv', csvOf(head, [example], i18n.language), 'text/csv;charset=utf-8');
  };

  const counts = told && { create: countOf(told.rows, 'CREATE'), skip: countOf(told.rows, 'SKIP'), refuse: countOf(told.rows, 'REFUSE') };
  return (
    <Stack gap="lg">
      <Card p={{ base: 'md', sm: 'xl' }}>
        <Stack gap="md">
          <Text>{t('columns', { columns: head.join(', '), most: new Intl.NumberFormat(i18n.language).format(importMaxCount) })}</Text>
          <Group gap="sm">
            <Button
              variant="light"
              leftSection={<IconFileSpreadsheet size={18} stroke={1.7} aria-hidden />}
              onClick={() => file.current?.click()}
            >
              {t('choose')}
            </Button>
            <Button variant="subtle" leftSection={<IconDownload size={18} stroke={1.7} aria-hidden />} onClick={saveExample}>
              {t('example')}
            </Button>
            <input
              ref={file}
              type="file"
              accept=".csv,.tsv,.txt,text/csv,text/plain"
              hidden
              onChange={({ currentTarget }) => {
                const chosen = currentTarget.files?.[0];
                currentTarget.value = '';
                if (chosen) void readTableFile(chosen).then(write);
              }}
            />
          </Group>
          <Textarea
            ref={table}
            label={t('table')}
            description={t('tableHint')}
            spellCheck={false}
            autosize
            minRows={4}
            maxRows={12}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            value={csv}
            error={mistakes[0] && <MistakeMessage mistake={mistakes[0]} />}
            onChange={({ currentTarget }) => write(currentTarget.value)}
          />
          <Group gap="sm">
            <Button size="md" loading={isSending} disabled={csv.trim() === ''} onClick={() => void run(true)}>
              {t('check')}
            </Button>
          </Group>
        </Stack>
      </Card>
      {told !== null && counts !== null && (
        <section aria-labelledby={resultId}>
          <Group justify="space-between" gap="md" mb="md">
            <div ref={result} tabIndex={-1} role="status" id={resultId}>
              <Text fw={600}>{t(told.isDone ? 'done' : 'would', { count: counts.create })}</Text>
              {counts.skip > 0 && <Text size="sm">{t('skip', { count: counts.skip })}</Text>}
              {counts.refuse > 0 && (
                <Text size="sm" c="var(--mantine-color-error)">
                  {t('refuse', { count: counts.refuse })}
                </Text>
              )}
            </div>
            {!told.isDone && counts.create > 0 && counts.refuse === 0 && (
              <Button size="md" loading={isSending} onClick={() => void importAll(counts.create)}>
                {t('import', { count: counts.create })}
              </Button>
            )}
          </Group>
          <ImportedRows rows={told.rows} />
        </section>
      )}
    </Stack>
  );
}
