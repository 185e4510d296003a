import { Button, Stack } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { playerPath } from '../../lib/paths.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
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
      module {
        id
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
  return (
    <Stack gap="md">
      <div>
        <ProgressBar progress={progress} />
        <ContentsLeft enrolment={shown} courseTitle={course.title} />
      </div>
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
