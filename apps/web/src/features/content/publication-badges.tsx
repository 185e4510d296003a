import { Badge } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { PublicationStatus } from '../../gql/graphql.ts';
import { formatMoment } from '../../lib/dates.ts';

const PublicationBadgesLock = graphql(`
  fragment PublicationBadges_lock on Lock {
    afterModule {
      id
      title
    }
    availableFrom
  }
`);

interface PublicationBadgesProps {
  status: PublicationStatus;
  lock: FragmentType<typeof PublicationBadgesLock> | null;
}

/** For authors: that students don't see something at all, or not yet. What is as usual says nothing. */
export function PublicationBadges({ status, lock: ref }: PublicationBadgesProps) {
  const { t, i18n } = useTranslation(['teaching', 'catalogue']);
  const lock = readFragment(PublicationBadgesLock, ref);
  const { afterModule = null, availableFrom = null } = lock ?? {};
  const waitsFor: string[] = [];
  if (afterModule !== null) waitsFor.push(t('lock.badgeAfter', { title: afterModule.title }));
  if (availableFrom !== null && new Date(availableFrom).getTime() > Date.now())
    waitsFor.push(t('lock.badgeFrom', { moment: formatMoment(availableFrom, i18n.language) }));
  return (
    <>
      {status === 'DRAFT' && <Badge color="marigold">{t('catalogue:status.DRAFT')}</Badge>}
      {waitsFor.map((words) => (
        <Badge key={words} color="gray" leftSection={<IconLock size={13} aria-hidden />} maw="100%">
          {words}
        </Badge>
      ))}
    </>
  );
}
