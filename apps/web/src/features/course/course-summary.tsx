import { Stack, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { ModuleSummary } from '../module/module-summary.tsx';
import classes from './course-summary.module.css';

const CourseSummaryCourse = graphql(`
  fragment CourseSummary_course on Course {
    id
    overview
    overviewPictures {
      id
      ...Picture_file
    }
    outcomes
    language
    modules {
      id
      ...ModuleSummary_module
    }
  }
`);

/** What a course is about and what it is made of. */
export function CourseSummary({ course }: { course: FragmentType<typeof CourseSummaryCourse> }) {
  const { t } = useTranslation('catalogue');
  const { overview, overviewPictures, outcomes, language, modules } = readFragment(CourseSummaryCourse, course);
  return (
    <Stack gap="xl">
      {outcomes.length > 0 && (
        <section aria-labelledby="outcomes" className={classes.outcomes}>
          <Title order={2} size="h3" id="outcomes">
            {t('outcomes')}
          </Title>
          <ul lang={language}>
            {outcomes.map((outcome) => (
              <li key={outcome}>
                <IconCheck size={20} stroke={2} aria-hidden />
                {outcome}
              </li>
            ))}
          </ul>
        </section>
      )}
      {overview.trim() !== '' && (
        <div lang={language}>
          <Markdown pictures={overviewPictures}>{overview}</Markdown>
        </div>
      )}
      {modules !== null && (
        <section aria-labelledby="outline">
          <Title order={2} id="outline" mb="xs">
            {t('outline.title')}
          </Title>
          {modules.length === 0 ? (
            <Text c="dimmed">{t('outline.empty')}</Text>
          ) : (
            <ol className={classes.outline} lang={language}>
              {modules.map((module, index) => (
                <ModuleSummary key={module.id} module={module} number={index + 1} isOpen={index === 0} />
              ))}
            </ol>
          )}
        </section>
      )}
    </Stack>
  );
}
