import { Badge, Card, Group, Text, Title } from '@mantine/core';
import { IconStack2, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { languageName } from '../../lib/language-name.ts';
import { coursePath } from '../../lib/paths.ts';
import { CourseCover } from '../../ui/course-cover.tsx';
import classes from './course-card.module.css';

const CourseCardCourse = graphql(`
  fragment CourseCard_course on Course {
    id
    title
    slug
    language
    moduleCount
    studentCount
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
`);

interface CourseCardProps {
  course: FragmentType<typeof CourseCardCourse>;
  /** Of the title, below the heading that the cards stand under. */
  order: 2 | 3;
}

export function CourseCard({ course: ref, order }: CourseCardProps) {
  const { t, i18n } = useTranslation('catalogue');
  const { title, slug, language, moduleCount, studentCount, image, subject, owner } = readFragment(CourseCardCourse, ref);
  const isForeign = language !== i18n.language;

  return (
    <Card component="article" padding={0} className={classes.card}>
      <CourseCover title={title} subject={subject.title} image={image} sizes="(min-width: 75em) 24rem, (min-width: 48em) 45vw, 100vw" />
      <div className={classes.body}>
        <Group justify="space-between" gap="xs">
          <Text size="sm" fw={600} className={classes.subject}>
            {subject.title}
          </Text>
          {isForeign && (
            <Badge color="gray" className={classes.language}>
              {languageName(language, i18n.language)}
            </Badge>
          )}
        </Group>
        <Title order={order} size="h3" lang={language}>
          <Link to={coursePath(slug)} className={classes.link}>
            {title}
          </Link>
        </Title>
        <Text size="sm" c="dimmed">
          {owner.profile.displayName}
        </Text>
        <Group gap="md" className={classes.facts}>
          <Group gap={6} wrap="nowrap">
            <IconStack2 size={17} stroke={1.6} aria-hidden />
            <span>{t('modules', { count: moduleCount })}</span>
          </Group>
          <Group gap={6} wrap="nowrap">
            <IconUsers size={17} stroke={1.6} aria-hidden />
            <span>{t('students', { count: studentCount })}</span>
          </Group>
        </Group>
      </div>
    </Card>
  );
}
