import { Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { playerPath } from '../../lib/paths.ts';
import { LockReason } from '../content/lock-reason.tsx';
import { ContentLink } from '../content/content-link.tsx';
import classes from './module-contents.module.css';

const ModuleContentsModule = graphql(`
  fragment ModuleContents_module on Module {
    id
    title
    viewerProgress {
      completed
      total
      percent
    }
    viewerLock {
      ...LockReason_lock
    }
    contents {
      id
      ...ContentLink_content
    }
  }
`);

interface ModuleContentsProps {
  module: FragmentType<typeof ModuleContentsModule>;
  number: number;
  courseSlug: string;
  isCurrent: boolean;
  currentContentId: string | undefined;
}

/** A module in the player's outline. */
export function ModuleContents({ module: ref, number, courseSlug, isCurrent, currentContentId }: ModuleContentsProps) {
  const { t } = useTranslation('learning');
  const { id, title, viewerProgress, viewerLock, contents } = readFragment(ModuleContentsModule, ref);
  return (
    <li className={classes.module} aria-current={isCurrent ? 'step' : undefined}>
      <div className={classes.heading}>
        <Text fw={650} className={classes.title}>
          {t('module', { number, title })}
        </Text>
        {viewerProgress !== null && viewerProgress.total > 0 && (
          <Text size="sm" c="dimmed" aria-label={t('moduleProgress', viewerProgress)}>
            {viewerProgress.completed}/{viewerProgress.total}
          </Text>
        )}
      </div>
      {viewerLock !== null && (
        <Text size="sm" c="dimmed" className={classes.lock}>
          <IconLock size={16} stroke={1.7} aria-hidden />
          <span>
            <LockReason lock={viewerLock} />
          </span>
        </Text>
      )}
      <ol className={classes.contents}>
        {contents?.map((content) => (
          <ContentLink
            key={content.id}
            content={content}
            to={playerPath(courseSlug, id, content.id)}
            isCurrent={content.id === currentContentId}
            tellsLock={viewerLock === null}
          />
        ))}
      </ol>
      {contents?.length === 0 && (
        <Text size="sm" c="dimmed" px="sm">
          {t('emptyModule')}
        </Text>
      )}
    </li>
  );
}
