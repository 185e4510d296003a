import { Code, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { formatRecent } from '../../lib/dates.ts';
import { FigureCard } from './figure-card.tsx';
import classes from './system.module.css';

const SlowStatementTableSystem = graphql(`
  fragment SlowStatementTable_system on System {
    database {
      slowMilliseconds
      slowStatements {
        text
        count
        meanMilliseconds
        maxMilliseconds
        lastAt
      }
    }
  }
`);

/** What took long, the most costly first. */
export function SlowStatementTable({ system }: { system: FragmentType<typeof SlowStatementTableSystem> }) {
  const { t, i18n } = useTranslation('system');
  const { slowMilliseconds, slowStatements } = readFragment(SlowStatementTableSystem, system).database;
  const number = new Intl.NumberFormat(i18n.language);
  const time = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 });
  return (
    <FigureCard title={t('slow.title')} text={t('slow.text', { limit: time.format(slowMilliseconds) })}>
      {slowStatements.length === 0 ? (
        <Text>{t('slow.none')}</Text>
      ) : (
        <div className={classes.scrolled} tabIndex={0} role="group" aria-label={t('slow.title')}>
          <Table verticalSpacing="xs" miw={640}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('slow.statement')}</Table.Th>
                <Table.Th ta="end">{t('slow.count')}</Table.Th>
                <Table.Th ta="end">{t('slow.mean')}</Table.Th>
                <Table.Th ta="end">{t('slow.max')}</Table.Th>
                <Table.Th>{t('slow.last')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {slowStatements.map(({ text, count, meanMilliseconds, maxMilliseconds, lastAt }) => (
                <Table.Tr key={text}>
                  <Table.Td>
                    <Code className={classes.statement ?? ''}>{text}</Code>
                  </Table.Td>
                  <Table.Td ta="end">{number.format(count)}</Table.Td>
                  <Table.Td ta="end">{time.format(meanMilliseconds)}</Table.Td>
                  <Table.Td ta="end">{time.format(maxMilliseconds)}</Table.Td>
                  <Table.Td>{formatRecent(lastAt, i18n.language)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </FigureCard>
  );
}
