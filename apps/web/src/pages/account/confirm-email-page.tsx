import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { ConfirmEmailForm } from '../../features/email/confirm-email-form.tsx';
import { accountEmailPath } from '../../lib/paths.ts';
import { useSession } from '../../lib/use-session.ts';
import { AccountPanel } from './account-panel.tsx';

/** Where the link of a mail leads that asks whether an address is somebody's. */
export function ConfirmEmailPage() {
  const { t } = useTranslation('security');
  const secret = useLocation().hash.slice(1);
  const isSignedIn = useSession().status === 'signed-in';
  const [isDone, setDone] = useState(false);
  if (isDone)
    return (
      <AccountPanel title={t('confirm.doneTitle')} lead={t('confirm.doneLead')}>
        <Button component={Link} to={isSignedIn ? accountEmailPath : '/sign-in'} size="md" fullWidth>
          {t('confirm.goOn')}
        </Button>
      </AccountPanel>
    );
  if (secret === '')
    return (
      <AccountPanel title={t('reset.noSecret')} lead={t('reset.noSecretText')}>
        <Button component={Link} to={accountEmailPath} size="md" fullWidth>
          {t('confirm.goOn')}
        </Button>
      </AccountPanel>
    );
  return (
    <AccountPanel title={t('confirm.title')} lead={t('confirm.lead')}>
      <ConfirmEmailForm secret={secret} onDone={() => setDone(true)} />
    </AccountPanel>
  );
}
