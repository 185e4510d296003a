import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AccountPanel } from './account-panel.tsx';

/** The last of four: done. */
export function PasswordSavedPage() {
  const { t } = useTranslation('security');
  return (
    <AccountPanel title={t('reset.doneTitle')} lead={t('reset.doneLead')}>
      <Button component={Link} to="/sign-in" size="md" fullWidth>
        {t('reset.toSignIn')}
      </Button>
    </AccountPanel>
  );
}
