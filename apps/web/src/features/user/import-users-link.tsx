import { Button } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { importUsersPath } from '../../lib/admin-paths.ts';

/** The way to the import of accounts, beside their list. */
export function ImportUsersLink() {
  const { t } = useTranslation('importing');
  return (
    <Button component={Link} to={importUsersPath} variant="default" leftSection={<IconTableImport size={18} stroke={1.7} aria-hidden />}>
      {t('link')}
    </Button>
  );
}
