import { Card, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { formatDay } from '../../lib/dates.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import classes from './course-views.module.css';

const CourseViewsCourse = graphql(`
  fragment CourseViews_course on Course {
    views(days: 30) {
      total
      days {
        day
        views
      }
    }
  }
`);

/** How often a course was looked at: drawn for the eye, and as a table for who hears it. */
export function CourseViews({ course: ref }: { course: FragmentType<typeof CourseViewsCourse> }) {
  const { t, i18n } = useTranslation('teaching');
  const { views } = readFragment(CourseViewsCourse, ref);
  if (views === null || views.total === 0) {
    return (
      <EmptyState icon={IconEyeOff} title={t('views.none.title')}>
        {t('views.none.text')}
      </EmptyState>
    );
  }
  const { total, days } = views;
  const most = Math.max(1, ...days.map((day) => day.views));
  const recent = days.reduce((sum, day) => sum + day.views, 0);
  const [first, last] = [days[0], days.at(-1)];
  return (
    <Card padding="lg">
      <Stack gap="lg">
        <Group gap="xl">
          <Figure value={recent} words={t('views.recent', { count: days.length })} />
          <Figure value={total} words={t('views.total')} />
        </Group>
        <div aria-hidden>
          <div className={classes.bars}>
            {days.map(({ day, views: count }) => (
              <div key={day} className={classes.day} title={t('views.ofDay', { count, day: formatDay(day, i18n.language) })}>
                <div className={classes.bar} style={{ height: `${(count / most) * 100}%` }} />
              </div>
            ))}
          </div>
          <Group justify="space-between" mt={6}>
            {[first, last].map(
              (each) =>
                each && (
                  <Text key={each.day} size="sm" c="dimmed">
                    {formatDay(each.day, i18n.language)}
                  </Text>
                ),
            )}
          </Group>
        </div>
        <VisuallyHidden>
          <table>
            <caption>{t('views.perDay')}</caption>
            <tbody>
              {days.map(({ day, views: count }) => (
                <tr key={day}>
                  <th scope="row">{formatDay(day, i18n.language)}</th>
                  <td>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </VisuallyHidden>
        <Text size="sm" c="dimmed">
          {t('views.howCounted')}
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
