import { Drawer, type DrawerProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The header's menu on a phone. It opens after it is there, so that it knows where the focus was. */
export function NavigationDrawer({ opened, ...props }: DrawerProps) {
  const { t } = useTranslation('shell');
  const [isThere, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return (
    <Drawer
      opened={opened && isThere}
      position="right"
      size="xs"
      title={t('nav.main')}
      closeButtonProps={{ 'aria-label': t('close') }}
      {...props}
    />
  );
}
