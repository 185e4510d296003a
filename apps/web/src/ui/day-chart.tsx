import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../lib/dates.ts';
import classes from './day-chart.module.css';

interface DayChartProps {
  /** What is counted, for the table's caption. */
  label: string;
  days: readonly { day: string; value: number }[];
}

interface Bar {
  from: string;
  to: string;
  value: number;
}

/** More bars than this would be thinner than a line: weeks stand for days then. */
const mostBars = 100;

function barsOf(days: DayChartProps['days']): Bar[] {
  const size = days.length > mostBars ? 7 : 1;
  // From the end, so that the last bar holds today.
  const starts = Array.from({ length: Math.ceil(days.length / size) }, (_, at) => Math.max(0, days.length - (at + 1) * size)).toReversed();
  return starts.map((start, at) => {
    const held = days.slice(start, starts[at + 1] ?? days.length);
    return { from: held[0]?.day ?? '', to: held.at(-1)?.day ?? '', value: held.reduce((sum, { value }) => sum + value, 0) };
  });
}

/** The next round number above: what the axis ends with. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10) * power;
}

/** Counts over days: bars for the eye, and the same numbers in a table that anyone may open. */
export function DayChart({ label, days }: DayChartProps) {
  const { t, i18n } = useTranslation('shell');
  const number = new Intl.NumberFormat(i18n.language);
  const bars = barsOf(days);
  const top = roundUp(Math.max(...bars.map(({ value }) => value)));
  const isEmpty = bars.every(({ value }) => value === 0);
  const nameOf = ({ from, to }: Bar): string =>
    from === to
      ? formatDay(from, i18n.language)
      : t('chart.fromTo', { from: formatDay(from, i18n.language), to: formatDay(to, i18n.language) });
  const [first, last] = [bars[0], bars.at(-1)];
  return (
    <div>
      <div className={classes.chart} data-empty={isEmpty || undefined} aria-hidden>
        {isEmpty ? (
          <Text c="dimmed" className={classes.none ?? ''}>
            {t('chart.none')}
          </Text>
        ) : (
          <span className={classes.top}>{number.format(top)}</span>
        )}
        <svg viewBox={`0 0 ${bars.length * 10} 100`} preserveAspectRatio="none" className={classes.bars}>
          {bars.map((bar, at) => (
            <g key={bar.from} className={classes.bar}>
              <title>{t('chart.of', { name: nameOf(bar), value: number.format(bar.value) })}</title>
              <rect x={at * 10} y={0} width={10} height={100} fill="transparent" />
              <rect
                x={at * 10 + 1}
                y={100 - (bar.value / top) * 100}
                width={8}
                height={(bar.value / top) * 100}
                className={classes.value}
              />
            </g>
          ))}
        </svg>
        <div className={classes.ends}>
          <Text size="sm" c="dimmed">
            {first && formatDay(first.from, i18n.language)}
          </Text>
          <Text size="sm" c="dimmed">
            {last && formatDay(last.to, i18n.language)}
          </Text>
        </div>
      </div>
      <details className={classes.details}>
        <summary>{t('chart.table')}</summary>
        <div className={classes.scrolled} tabIndex={0} role="group" aria-label={label}>
          <Table withRowBorders verticalSpacing={4}>
            <caption className={classes.caption}>{label}</caption>
            <Table.Tbody>
              {bars.toReversed().map((bar) => (
                <Table.Tr key={bar.from}>
                  <Table.Th scope="row" fw={400}>
                    {nameOf(bar)}
                  </Table.Th>
                  <Table.Td ta="end">{number.format(bar.value)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </details>
    </div>
  );
}
