import { Button, Group } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { playerPath } from '../../lib/paths.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LockReason } from './lock-reason.tsx';

const LockedContentLock = graphql(`
  fragment LockedContent_lock on ViewerLock {
    afterModules {
      id
      title
    }
    ...LockReason_lock
  }
`);

interface LockedContentProps {
  lock: FragmentType<typeof LockedContentLock>;
  courseSlug: string;
}

/** Stands in the player where a content would: why it is locked, until when, and the way to what opens it. */
export function LockedContent({ lock: ref, courseSlug }: LockedContentProps) {
  const { t } = useTranslation('learning');
  const lock = readFragment(LockedContentLock, ref);
  return (
    <EmptyState
      icon={IconLock}
      title={t('lock.title')}
      action={
        <Group justify="center" gap="sm" mt="sm">
          {lock.afterModules.map(({ id, title }) => (
            <Button key={id} component={Link} to={playerPath(courseSlug, id)}>
              {t('lock.toModule', { title })}
            </Button>
          ))}
        </Group>
      }
    >
      <LockReason lock={lock} /> {t('lock.byItself')}
    </EmptyState>
  );
}
