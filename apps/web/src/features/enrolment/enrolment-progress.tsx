import { Button, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { playerPath } from '../../lib/paths.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { formatPlace } from '../../lib/played-time.ts';
import { ContentsLeft } from './contents-left.tsx';

const EnrolmentProgressEnrolment = graphql(`
  fragment EnrolmentProgress_enrolment on Enrolment {
    id
    ...ContentsLeft_enrolment
    progress {
      completed
      total
      percent
    }
    lastContent {
      id
      viewerPlaybackSeconds
      module {
        id
      }
      item {
        id
        title
      }
    }
    course {
      id
      slug
      title
    }
  }
`);

/** How far one is, and the way back to where one left off. */
export function EnrolmentProgress({ enrolment }: { enrolment: FragmentType<typeof EnrolmentProgressEnrolment> }) {
  const { t } = useTranslation('learning');
  const shown = readFragment(EnrolmentProgressEnrolment, enrolment);
  const { progress, lastContent, course } = shown;
  const stage = progress.percent === 100 ? 'review' : lastContent === null && progress.completed === 0 ? 'start' : 'continue';
  const seconds = lastContent?.viewerPlaybackSeconds ?? 0;
  const place = seconds < 1 ? null : formatPlace(seconds);
  return (
    <Stack gap="sm">
      <div>
        <ProgressBar progress={progress} />
        <ContentsLeft enrolment={shown} courseTitle={course.title} />
      </div>
      {stage === 'continue' && lastContent !== null && (
        <Text size="sm" c="dimmed">
          {place === null ? t('leftOff', { title: lastContent.item.title }) : t('leftOffAt', { title: lastContent.item.title, place })}
        </Text>
      )}
      <Button
        component={Link}
        to={playerPath(course.slug, lastContent?.module.id, lastContent?.id)}
        variant={stage === 'review' ? 'default' : 'filled'}
        rightSection={<IconArrowRight size={18} aria-hidden />}
        aria-label={t(`${stage}Course`, { title: course.title })}
      >
        {t(stage)}
      </Button>
    </Stack>
  );
}
