import { Card, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { DayChart } from '../../ui/day-chart.tsx';

const CourseStatisticsCourse = graphql(`
  fragment CourseStatistics_course on Course {
    views(days: $days) {
      total
      days {
        day
        views
      }
    }
    enrolmentsOverTime(days: $days) {
      total
      days {
        day
        enrolments
      }
    }
  }
`);

/** Of how many days one may ask. */
export const statisticsRanges = [7, 30, 90, 365] as const;

interface CourseStatisticsProps {
  course: FragmentType<typeof CourseStatisticsCourse>;
  days: number;
  onDays: (days: number) => void;
}

/** How often a course was looked at, and how many enrolled, over the days that one chooses. */
export function CourseStatistics({ course: ref, days, onDays }: CourseStatisticsProps) {
  const { t } = useTranslation('audience');
  const { views, enrolmentsOverTime } = readFragment(CourseStatisticsCourse, ref);
  const viewed = (views?.days ?? []).map(({ day, views: value }) => ({ day, value }));
  const enrolled = (enrolmentsOverTime?.days ?? []).map(({ day, enrolments: value }) => ({ day, value }));
  return (
    <Stack gap="lg">
      <SegmentedControl
        aria-label={t('statistics.range')}
        value={String(days)}
        onChange={(chosen) => onDays(Number(chosen))}
        data={statisticsRanges.map((range) => ({ value: String(range), label: t('statistics.days', { count: range }) }))}
        w="fit-content"
        maw="100%"
      />
      <Counted title={t('statistics.views')} total={views?.total ?? 0} days={viewed}>
        {t('views.howCounted')}
      </Counted>
      <Counted title={t('statistics.enrolments')} total={enrolmentsOverTime?.total ?? 0} days={enrolled}>
        {t('statistics.enrolmentsHow')}
      </Counted>
    </Stack>
  );
}

interface CountedProps {
  title: string;
  total: number;
  days: readonly { day: string; value: number }[];
  children: string;
}

function Counted({ title, total, days, children }: CountedProps) {
  const { t } = useTranslation('audience');
  const inRange = days.reduce((sum, { value }) => sum + value, 0);
  return (
    <Card component="section" aria-label={title} padding="lg">
      <Stack gap="lg">
        <Title order={2} size="h3">
          {title}
        </Title>
        <Group gap="xl">
          <Figure value={inRange} words={t('statistics.inRange', { count: days.length })} />
          <Figure value={total} words={t('statistics.inAll')} />
        </Group>
        <DayChart label={title} days={days} />
        <Text size="sm" c="dimmed">
          {children}
        </Text>
      </Stack>
    </Card>
  );
}

function Figure({ value, words }: { value: number; words: string }) {
  const { i18n } = useTranslation();
  return (
    <div>
      <Text fz="h2" fw={700} lh={1.2}>
        {new Intl.NumberFormat(i18n.language).format(value)}
      </Text>
      <Text c="dimmed">{words}</Text>
    </div>
  );
}
