import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { SignInForm } from '../../features/session/sign-in-form.tsx';
import { safeNextPath, signUpPath } from '../../lib/next-path.ts';
import { useSession } from '../../lib/use-session.ts';
import { AccountPanel } from './account-panel.tsx';

export function SignInPage() {
  const { t } = useTranslation('account');
  const [params] = useSearchParams();
  const wanted = params.get('next');
  const next = safeNextPath(wanted, '/learn');
  // Also for who was signed in already.
  if (useSession().status === 'signed-in') return <Navigate to={next} replace />;

  return (
    <AccountPanel
      title={t('signIn.title')}
      lead={t(wanted === null || wanted === '/' ? 'signIn.lead' : 'signIn.needed')}
      aside={
        <>
          {t('signIn.noAccount')}{' '}
          <Anchor component={Link} to={wanted === null ? '/sign-up' : signUpPath(next)} fw={600}>
            {t('signIn.toSignUp')}
          </Anchor>
        </>
      }
    >
      <SignInForm />
      <Text ta="center" mt="md">
        <Anchor component={Link} to="/forgot-password">
          {t('signIn.forgot')}
        </Anchor>
      </Text>
    </AccountPanel>
  );
}
