import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { formatAgo, formatDay } from '../../lib/dates.ts';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import classes from './student-row.module.css';

const StudentRowEnrolment = graphql(`
  fragment StudentRow_enrolment on Enrolment {
    id
    enrolledAt
    lastActiveAt
    progress {
      completed
      total
      percent
    }
    lastContent {
      id
      item {
        id
        title
      }
    }
    contentsLeft(first: 1) {
      nodes {
        id
        item {
          id
          title
        }
      }
    }
    student {
      id
      profile {
        displayName
        ...PersonAvatar_profile
      }
    }
  }
`);

/** A student of a course for its owner: how far they are, what is next, where they were last and when. */
export function StudentRow({ enrolment: ref }: { enrolment: FragmentType<typeof StudentRowEnrolment> }) {
  const { t, i18n } = useTranslation('audience');
  const { enrolledAt, lastActiveAt, progress, lastContent, contentsLeft, student } = readFragment(StudentRowEnrolment, ref);
  const { displayName } = student.profile;
  const next = contentsLeft?.nodes[0]?.item.title;
  return (
    <li className={classes.row}>
      <div className={classes.person}>
        <PersonAvatar profile={student.profile} />
        <div className={classes.words}>
          <Text fw={600}>{displayName}</Text>
          <Text size="sm" c="dimmed">
            {t('students.since', { day: formatDay(enrolledAt, i18n.language) })}
          </Text>
        </div>
      </div>
      <ProgressBar progress={progress} />
      <dl className={classes.facts}>
        <div>
          <dt>{t('students.next')}</dt>
          <dd>{next ?? t(progress.total === 0 ? 'students.nothingVisible' : 'students.allDone')}</dd>
        </div>
        <div>
          <dt>{t('students.lastSeen')}</dt>
          <dd>
            {lastContent === null ? t('students.nothingOpened') : lastContent.item.title}
            {/* The mark stands with what it follows. */}
            {'\u00A0· '}
            <time dateTime={lastActiveAt}>{formatAgo(lastActiveAt, i18n.language)}</time>
          </dd>
        </div>
      </dl>
    </li>
  );
}
