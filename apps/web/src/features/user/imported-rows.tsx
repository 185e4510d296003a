import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { ImportOutcome } from '../../gql/graphql.ts';
import { mistakesOf } from '../../lib/mistakes.ts';
import { RecordTable } from '../../ui/admin/record-table.tsx';
import { MistakeMessage } from '../../ui/mistake-message.tsx';

const ImportedRowsRow = graphql(`
  fragment ImportedRows_row on ImportedRow {
    number
    username
    outcome
    userErrors {
      code
      path
      ...UserError_error
    }
  }
`);

const colors: Readonly<Record<ImportOutcome, string>> = { CREATE: 'pine', SKIP: 'gray', REFUSE: 'red' };

/** Line by line what becomes of a table; those that cannot be come first, for they are what one has to do something about. */
export function ImportedRows({ rows: refs }: { rows: readonly FragmentType<typeof ImportedRowsRow>[] }) {
  const { t } = useTranslation('importing');
  const rows = readFragment(ImportedRowsRow, refs)
    .map((row) => ({ ...row, id: String(row.number) }))
    .toSorted((one, other) => Number(other.outcome === 'REFUSE') - Number(one.outcome === 'REFUSE') || one.number - other.number);
  return (
    <RecordTable
      label={t('result')}
      rows={rows}
      nameOf={({ username }) => username}
      selection={null}
      columns={[
        { key: 'number', label: t('line'), text: ({ number }) => t('lineNumber', { number }) },
        { key: 'username', label: t('username'), text: ({ username }) => username },
        {
          key: 'outcome',
          label: t('outcome'),
          text: ({ outcome }) => outcome,
          cell: ({ outcome }) => (
            <Badge component="span" color={colors[outcome]}>
              {t(`outcomes.${outcome}`)}
            </Badge>
          ),
        },
        {
          key: 'why',
          label: t('why'),
          text: () => '',
          cell: ({ userErrors }) =>
            mistakesOf(userErrors).map((mistake) => (
              <div key={`${mistake.field} ${mistake.code}`}>
                {mistake.field !== null && `${mistake.field}: `}
                <MistakeMessage mistake={mistake} />
              </div>
            )),
        },
      ]}
    />
  );
}
