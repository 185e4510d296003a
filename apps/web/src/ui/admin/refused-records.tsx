import { Alert, Button, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FailureMessage } from '../failure-message.tsx';
import { MistakeMessage } from '../mistake-message.tsx';
import type { Refused } from './use-record-action.ts';

interface RefusedRecordsProps<TRow> {
  refused: readonly Refused<TRow>[];
  nameOf: (row: TRow) => string;
  onClose: () => void;
  /** Null: the same would be refused again. */
  onRetry: (() => void) | null;
}

/** To which records something could not be done, each with the reason. */
export function RefusedRecords<TRow extends { id: string }>({ refused, nameOf, onClose, onRetry }: RefusedRecordsProps<TRow>) {
  const { t } = useTranslation(['admin', 'errors', 'shell']);
  if (refused.length === 0) return null;
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('refused', { count: refused.length })}
      withCloseButton
      closeButtonLabel={t('shell:close')}
      onClose={onClose}
    >
      <List size="sm" mb="xs">
        {refused.map(({ row, mistakes, failure }) => (
          <List.Item key={row.id}>
            <strong>{nameOf(row)}</strong>
            {' – '}
            {failure === null ? (
              mistakes.map((mistake) => <MistakeMessage key={mistake.code} mistake={mistake} />)
            ) : (
              <FailureMessage failure={failure} />
            )}
          </List.Item>
        ))}
      </List>
      {onRetry !== null && (
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          {t('errors:retry')}
        </Button>
      )}
    </Alert>
  );
}
