import { Stack, Text, Title } from '@mantine/core';
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
  const { overview, language, modules } = readFragment(CourseSummaryCourse, course);
  return (
    <Stack gap="xl">
      {overview.trim() !== '' && (
        <div lang={language}>
          <Markdown>{overview}</Markdown>
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
                <ModuleSummary key={module.id} module={module} number={index + 1} />
              ))}
            </ol>
          )}
        </section>
      )}
    </Stack>
  );
}
