import { Anchor, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { ResetPasswordForm } from '../../features/password/reset-password-form.tsx';
import { AccountPanel } from './account-panel.tsx';

/** The third of four: where the link of the mail leads. Its secret stands in the fragment, which no server sees. */
export function ResetPasswordPage() {
  const { t } = useTranslation('security');
  const navigate = useNavigate();
  const secret = useLocation().hash.slice(1);
  return (
    <AccountPanel
      title={t(secret === '' ? 'reset.noSecret' : 'reset.title')}
      lead={t(secret === '' ? 'reset.noSecretText' : 'reset.lead')}
      aside={
        <Anchor component={Link} to="/sign-in" fw={600}>
          {t('forgot.back')}
        </Anchor>
      }
    >
      {secret === '' ? (
        <Button component={Link} to="/forgot-password" size="md" fullWidth>
          {t('reset.askAgain')}
        </Button>
      ) : (
        <ResetPasswordForm secret={secret} onDone={() => void navigate('/reset-password/done', { replace: true })} />
      )}
    </AccountPanel>
  );
}
