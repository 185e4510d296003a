import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** As many are named; the rest are counted. */
const mostNamed = 8;

interface RecordNamesProps {
  records: readonly { id: string; title: string }[];
  /** What becomes of them. */
  children: string;
}

/** In a question before something is done with records: what it means, and which records. */
export function RecordNames({ records, children }: RecordNamesProps) {
  const { t } = useTranslation('admin');
  const left = records.length - mostNamed;
  return (
    <>
      <Text>{children}</Text>
      {records.length > 1 && (
        <List mt="sm">
          {records.slice(0, mostNamed).map(({ id, title }) => (
            <List.Item key={id}>{title}</List.Item>
          ))}
          {left > 0 && <List.Item>{t('more', { count: left })}</List.Item>}
        </List>
      )}
    </>
  );
}
