import { Button, Card, Group, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { formatAgo } from '../../lib/dates.ts';
import { teachCoursePath } from '../../lib/paths.ts';
import { CourseCover } from '../../ui/course-cover.tsx';
import { CourseActionsMenu } from './course-actions-menu.tsx';
import classes from './course-row.module.css';
import { CourseStatusBadge } from './course-status-badge.tsx';

const CourseRowCourse = graphql(`
  fragment CourseRow_course on Course {
    id
    title
    slug
    language
    status
    updatedAt
    moduleCount
    contentCount
    studentCount
    image {
      id
      ...Picture_file
    }
    subject {
      id
      title
    }
    ...CourseActions_course
  }
`);

/** A course in its instructor's list. */
export function CourseRow({ course: ref }: { course: FragmentType<typeof CourseRowCourse> }) {
  const { t, i18n } = useTranslation(['teaching', 'catalogue']);
  const course = readFragment(CourseRowCourse, ref);
  const { title, slug, subject } = course;
  const facts = [
    t('catalogue:modules', { count: course.moduleCount }),
    t('catalogue:contents', { count: course.contentCount }),
    t('catalogue:students', { count: course.studentCount }),
    t('course.updated', { ago: formatAgo(course.updatedAt, i18n.language) }),
  ];
  return (
    <Card component="article" padding={0} className={classes.row}>
      <div className={classes.cover}>
        <CourseCover title={title} subject={subject.title} image={course.image} sizes="11rem" />
      </div>
      <div className={classes.body}>
        <Group gap="xs">
          <CourseStatusBadge status={course.status} />
          <Text size="sm" c="dimmed">
            {subject.title}
          </Text>
        </Group>
        <Title order={2} size="h3" lang={course.language}>
          <Link to={teachCoursePath(slug)} className={classes.link}>
            {title}
          </Link>
        </Title>
        <ul className={classes.facts}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </div>
      <Group gap="xs" className={classes.actions}>
        <Button
          component={Link}
          to={teachCoursePath(slug)}
          variant="light"
          leftSection={<IconPencil size={18} stroke={1.7} aria-hidden />}
          aria-label={t('course.editNamed', { title })}
        >
          {t('course.edit')}
        </Button>
        <CourseActionsMenu course={course} />
      </Group>
    </Card>
  );
}
