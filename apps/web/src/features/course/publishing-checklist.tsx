import { Alert, Anchor, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { PublishingChecklist_CourseFragment } from '../../gql/graphql.ts';
import { courseSettingsPath, editContentPath, teachCoursePath } from '../../lib/paths.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import classes from './publishing-checklist.module.css';

const PublishingChecklistCourse = graphql(`
  fragment PublishingChecklist_course on Course {
    id
    slug
    publishingChecklist {
      isComplete
      problems {
        code
        isBlocking
        detail
        module {
          id
          title
        }
        content {
          id
          item {
            id
            title
          }
        }
      }
    }
  }
`);

type Problem = NonNullable<PublishingChecklist_CourseFragment['publishingChecklist']>['problems'][number];

/** Where it is mended. */
function pathTo({ code, content, module, detail }: Problem, slug: string): string {
  if (content !== null) return code === 'LOCK_WITHOUT_EFFECT' ? teachCoursePath(slug) : editContentPath(slug, content.id);
  const isOfCourse = module === null && (code === 'OVERVIEW_EMPTY' || code === 'PICTURE_MISSING' || detail !== null);
  return isOfCourse ? courseSettingsPath(slug) : teachCoursePath(slug);
}

function ProblemRow({ problem, slug }: { problem: Problem; slug: string }) {
  const { t } = useTranslation('teaching');
  const { code, module, content, detail } = problem;
  const place = content?.item.title ?? module?.title;
  return (
    <li className={classes.problem}>
      <Link to={pathTo(problem, slug)} className={classes.link}>
        <span className={classes.words}>
          <Text component="span" fw={600} display="block">
            {t(`checklist.problem.${code}`)}
          </Text>
          <Text component="span" size="sm" c="dimmed" display="block">
            {place === undefined ? t('checklist.ofCourse') : content !== null && module !== null ? `${module.title} · ${place}` : place}
            {detail !== null && (
              <>
                {' · '}
                <code className={classes.detail}>{detail}</code>
              </>
            )}
          </Text>
        </span>
        <IconChevronRight size={20} stroke={1.6} aria-hidden className={classes.go ?? ''} />
      </Link>
    </li>
  );
}

/** What to mend in a course before students read it, each leading to its place: what blocks first, then advice. */
export function PublishingChecklist({ course: ref }: { course: FragmentType<typeof PublishingChecklistCourse> }) {
  const { t } = useTranslation('teaching');
  const { slug, publishingChecklist } = readFragment(PublishingChecklistCourse, ref);
  const { problems = [], isComplete = true } = publishingChecklist ?? {};
  const blocking = problems.filter(({ isBlocking }) => isBlocking);
  const advice = problems.filter(({ isBlocking }) => !isBlocking);
  if (problems.length === 0) {
    return (
      <EmptyState icon={IconCircleCheck} title={t('checklist.none.title')}>
        {t('checklist.none.text')}
      </EmptyState>
    );
  }
  return (
    <Stack gap="lg">
      {blocking.map(({ code }) => (
        <Alert key={code} color="red" icon={<IconAlertTriangle aria-hidden />} title={t(`checklist.problem.${code}`)}>
          {t('checklist.blocks')}{' '}
          <Anchor component={Link} to={teachCoursePath(slug)} inherit fw={600} underline="always">
            {t('checklist.toOutline')}
          </Anchor>
        </Alert>
      ))}
      {advice.length > 0 && (
        <section aria-labelledby="advice">
          <Title order={2} size="h3" id="advice">
            {t('checklist.advice', { count: advice.length })}
          </Title>
          <Text c="dimmed" mt={4} mb="md">
            {t('checklist.adviceText')}
          </Text>
          <ul className={classes.problems}>
            {advice.map((problem) => (
              <ProblemRow
                key={`${problem.code} ${problem.module?.id} ${problem.content?.id} ${problem.detail}`}
                problem={problem}
                slug={slug}
              />
            ))}
          </ul>
        </section>
      )}
      {!isComplete && <Text c="dimmed">{t('checklist.incomplete')}</Text>}
    </Stack>
  );
}
