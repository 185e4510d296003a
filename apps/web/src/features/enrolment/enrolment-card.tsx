import { Alert, Anchor, Badge, Card, Group, Text, Title } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { formatDay } from '../../lib/dates.ts';
import { coursePath } from '../../lib/paths.ts';
import { CourseCover } from '../../ui/course-cover.tsx';
import classes from './enrolment-card.module.css';
import { EnrolmentProgress } from './enrolment-progress.tsx';
import { LeaveCourseButton } from './leave-course-button.tsx';

const EnrolmentCardEnrolment = graphql(`
  fragment EnrolmentCard_enrolment on Enrolment {
    id
    finishedAt
    course {
      id
      title
      slug
      status
      language
      viewerCanRead
      image {
        id
        ...Picture_file
      }
      subject {
        id
        title
      }
      owner {
        id
        profile {
          displayName
        }
      }
    }
    ...EnrolmentProgress_enrolment
    ...LeaveCourseButton_enrolment
  }
`);

interface EnrolmentCardProps {
  enrolment: FragmentType<typeof EnrolmentCardEnrolment>;
  /** Of the title, below the heading that the card stands under. */
  order: 2 | 3;
}

export function EnrolmentCard({ enrolment: ref, order }: EnrolmentCardProps) {
  const { t, i18n } = useTranslation('learning');
  const enrolment = readFragment(EnrolmentCardEnrolment, ref);
  const { course } = enrolment;
  return (
    <Card component="article" padding={0} className={classes.card}>
      <div className={classes.cover}>
        <CourseCover
          title={course.title}
          subject={course.subject.title}
          image={course.image}
          sizes="(min-width: 75em) 24rem, (min-width: 48em) 45vw, 100vw"
        />
      </div>
      <div className={classes.body}>
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {course.subject.title}
          </Text>
          {course.status === 'ARCHIVED' && <Badge color="gray">{t('archived.badge')}</Badge>}
        </Group>
        <Title order={order} size="h3" lang={course.language}>
          <Anchor component={Link} to={coursePath(course.slug)} inherit c="inherit">
            {course.title}
          </Anchor>
        </Title>
        <Text size="sm" c="dimmed">
          {course.owner.profile.displayName}
        </Text>
        {enrolment.finishedAt !== null && (
          <Text size="sm" c="dimmed">
            {t('finishedOn', { day: formatDay(enrolment.finishedAt, i18n.language) })}
          </Text>
        )}
      </div>
      <div className={classes.progress}>
        {course.viewerCanRead ? (
          <EnrolmentProgress enrolment={enrolment} />
        ) : (
          <Alert color="marigold" icon={<IconClockPause aria-hidden />} title={t('unavailable.title')}>
            {t('unavailable.text')}
          </Alert>
        )}
        <Group justify="center" mt={4}>
          <LeaveCourseButton enrolment={enrolment} />
        </Group>
      </div>
    </Card>
  );
}
