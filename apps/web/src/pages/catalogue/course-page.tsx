import { useQuery } from '@apollo/client/react';
import { Anchor, Badge, Card, Group, Stack } from '@mantine/core';
import { IconBook, IconCalendar, IconLanguage, IconStack2, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, type Params, useParams } from 'react-router';
import { CourseSummary } from '../../features/course/course-summary.tsx';
import { useCourseView } from '../../features/course/use-course-view.ts';
import { EnrolPanel } from '../../features/enrolment/enrol-panel.tsx';
import { InstructorCard } from '../../features/user/instructor-card.tsx';
import { graphql } from '../../gql/gql.ts';
import type { CoursePageQuery } from '../../gql/graphql.ts';
import { formatDay } from '../../lib/dates.ts';
import { earlyAnswers } from '../../lib/early-answers.ts';
import { languageName } from '../../lib/language-name.ts';
import { coursePath, subjectPath } from '../../lib/paths.ts';
import { CourseCover } from '../../ui/course-cover.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { CoursePageSkeleton } from './course-page-skeleton.tsx';
import classes from './course-page.module.css';

const CoursePageDocument = graphql(`
  query CoursePage($slug: String!) {
    courseBySlug(slug: $slug) {
      id
      title
      slug
      status
      language
      moduleCount
      contentCount
      studentCount
      publishedAt
      image {
        id
        ...Picture_file
      }
      subject {
        id
        title
        slug
      }
      owner {
        id
        profile {
          displayName
        }
        ...InstructorCard_user
      }
      ...CourseSummary_course
      ...EnrolPanel_course
    }
  }
`);

type Course = NonNullable<CoursePageQuery['courseBySlug']>;

function Facts({ course }: { course: Course }) {
  const { t, i18n } = useTranslation('catalogue');
  const facts = [
    { icon: IconStack2, text: t('modules', { count: course.moduleCount }) },
    { icon: IconBook, text: t('contents', { count: course.contentCount }) },
    { icon: IconUsers, text: t('students', { count: course.studentCount }) },
    { icon: IconLanguage, text: languageName(course.language, i18n.language) },
    ...(course.publishedAt === null
      ? []
      : [{ icon: IconCalendar, text: t('publishedOn', { day: formatDay(course.publishedAt, i18n.language) }) }]),
  ];
  return (
    <ul className={classes.facts}>
      {facts.map(({ icon: IconComponent, text }) => (
        <li key={text}>
          <IconComponent size={19} stroke={1.6} aria-hidden />
          {text}
        </li>
      ))}
    </ul>
  );
}

function Course({ course }: { course: Course }) {
  const { t } = useTranslation('catalogue');
  useCourseView(course.id);
  return (
    <Page
      title={course.title}
      titleLang={course.language}
      eyebrow={
        <Group gap="xs">
          <Anchor component={Link} to={subjectPath(course.subject.slug)} fw={600} size="sm">
            {course.subject.title}
          </Anchor>
          {course.status !== 'PUBLISHED' && (
            <Badge color={course.status === 'DRAFT' ? 'marigold' : 'gray'}>{t(`status.${course.status}`)}</Badge>
          )}
        </Group>
      }
      lead={t('by', { name: course.owner.profile.displayName })}
    >
      <div className={classes.columns}>
        <aside className={classes.aside} aria-label={t('aboutCourse')}>
          <Card padding={0}>
            <CourseCover
              title={course.title}
              subject={course.subject.title}
              image={course.image}
              sizes="(min-width: 62em) 22rem, 100vw"
              isFirst
            />
            <Stack gap="lg" p="lg">
              <EnrolPanel course={course} />
              <Facts course={course} />
            </Stack>
          </Card>
        </aside>
        <Stack gap={40} miw={0}>
          <CourseSummary course={course} />
          <InstructorCard user={course.owner} />
        </Stack>
      </div>
    </Page>
  );
}

export const askCoursePage = ({ slug = '' }: Params): Promise<unknown> => earlyAnswers.ask(CoursePageDocument, { slug });

export function CoursePage() {
  const { slug = '' } = useParams();
  const query = useQuery(CoursePageDocument, { variables: { slug } });
  return (
    <QueryState query={query} skeleton={<CoursePageSkeleton />}>
      {({ courseBySlug: course }) => {
        if (course === null) return <NothingHere />;
        // A former address of the course.
        if (course.slug !== slug) return <Navigate to={coursePath(course.slug)} replace />;
        return <Course course={course} />;
      }}
    </QueryState>
  );
}
