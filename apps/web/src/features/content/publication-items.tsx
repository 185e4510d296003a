import { Menu } from '@mantine/core';
import { IconCalendarClock, IconPencilPause, IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PublicationStatus } from '../../gql/graphql.ts';

interface PublicationItemsProps {
  status: PublicationStatus;
  onPublish: () => void;
  onUnpublish: () => void;
  onLock: () => void;
}

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

/** What the menu of a module or content has to say of who sees it, and when. */
export function PublicationItems({ status, onPublish, onUnpublish, onLock }: PublicationItemsProps) {
  const { t } = useTranslation('teaching');
  return (
    <>
      {status === 'DRAFT' ? (
        <Menu.Item leftSection={<IconUpload {...icon} />} onClick={onPublish}>
          {t('publication.publish')}
        </Menu.Item>
      ) : (
        <Menu.Item leftSection={<IconPencilPause {...icon} />} onClick={onUnpublish}>
          {t('publication.unpublish')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconCalendarClock {...icon} />} onClick={onLock}>
        {t('lock.open')}
      </Menu.Item>
    </>
  );
}
