import { Box, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { ModuleContents } from '../module/module-contents.tsx';
import classes from './course-summary.module.css';

const CourseContentsCourse = graphql(`
  fragment CourseContents_course on Course {
    id
    slug
    language
    viewerEnrolment {
      id
      progress {
        completed
        total
        percent
      }
    }
    modules {
      id
      ...ModuleContents_module
    }
  }
`);

interface CourseContentsProps {
  course: FragmentType<typeof CourseContentsCourse>;
  moduleId: string | undefined;
  contentId: string | undefined;
  /** What the number for progress leaves to say. */
  explanation: ReactNode;
}

/** The player's outline: every module with its contents, and where one is. */
export function CourseContents({ course, moduleId, contentId, explanation }: CourseContentsProps) {
  const { t } = useTranslation('learning');
  const { slug, language, viewerEnrolment, modules } = readFragment(CourseContentsCourse, course);
  return (
    <Stack gap="lg">
      {viewerEnrolment !== null && (
        <Box px="sm">
          <ProgressBar progress={viewerEnrolment.progress} />
          {explanation}
        </Box>
      )}
      <nav aria-label={t('outline')}>
        <ol className={classes.outline} lang={language}>
          {modules?.map((module, index) => (
            <ModuleContents
              key={module.id}
              module={module}
              number={index + 1}
              courseSlug={slug}
              isCurrent={module.id === moduleId}
              currentContentId={contentId}
            />
          ))}
        </ol>
      </nav>
    </Stack>
  );
}
