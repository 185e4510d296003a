import { Anchor, Breadcrumbs } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { forbidden } from '../../lib/failure.ts';
import { teachCoursePath, teachPath } from '../../lib/paths.ts';
import { FailurePage } from '../../ui/failure-page.tsx';
import { Page } from '../../ui/page.tsx';
import { FormSkeleton } from '../../ui/skeletons.tsx';

interface ContentFrameProps {
  title: string;
  module: { title: string; viewerCanEdit: boolean; course: { title: string; slug: string } };
  /** The kind's form. */
  children: ReactNode;
}

/** The frame of the pages on which a content is written: where it stands in the course. */
export function ContentFrame({ title, module, children }: ContentFrameProps) {
  const { t } = useTranslation('teaching');
  if (!module.viewerCanEdit) return <FailurePage error={forbidden} />;
  return (
    <Page
      title={title}
      lead={t('item.inModule', { title: module.title })}
      eyebrow={
        <Breadcrumbs separatorMargin={6} lh={1.75}>
          <Anchor component={Link} to={teachPath} size="sm" fw={600} lh="inherit">
            {t('title')}
          </Anchor>
          <Anchor component={Link} to={teachCoursePath(module.course.slug)} size="sm" fw={600} lh="inherit">
            {module.course.title}
          </Anchor>
        </Breadcrumbs>
      }
    >
      <Suspense fallback={<FormSkeleton />}>{children}</Suspense>
    </Page>
  );
}
