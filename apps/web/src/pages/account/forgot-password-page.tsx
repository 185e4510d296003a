import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ForgotPasswordForm } from '../../features/password/forgot-password-form.tsx';
import { AccountPanel } from './account-panel.tsx';

/** The first of four: ask. */
export function ForgotPasswordPage() {
  const { t } = useTranslation('security');
  const navigate = useNavigate();
  return (
    <AccountPanel
      title={t('forgot.title')}
      lead={t('forgot.lead')}
      aside={
        <Anchor component={Link} to="/sign-in" fw={600}>
          {t('forgot.back')}
        </Anchor>
      }
    >
      <ForgotPasswordForm onAsked={() => void navigate('/forgot-password/sent')} />
    </AccountPanel>
  );
}
