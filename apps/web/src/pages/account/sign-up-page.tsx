import { useQuery } from '@apollo/client/react';
import { Anchor, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useSearchParams } from 'react-router';
import { SignUpForm } from '../../features/session/sign-up-form.tsx';
import { graphql } from '../../gql/gql.ts';
import { safeNextPath, signInPath } from '../../lib/next-path.ts';
import { useSession } from '../../lib/use-session.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { AccountPanelSkeleton } from './account-panel-skeleton.tsx';
import { AccountPanel } from './account-panel.tsx';

const SignUpPageDocument = graphql(`
  query SignUpPage {
    signUpPolicy
  }
`);

function Closed({ isByInvitation }: { isByInvitation: boolean }) {
  const { t } = useTranslation('account');
  return (
    <>
      <Title order={2} size="h3" mb="xs">
        {t(isByInvitation ? 'signUp.invitedTitle' : 'signUp.closedTitle')}
      </Title>
      <Text>{t(isByInvitation ? 'signUp.invitedText' : 'signUp.closedText')}</Text>
    </>
  );
}

export function SignUpPage() {
  const { t } = useTranslation('account');
  const [params] = useSearchParams();
  const wanted = params.get('next');
  const next = safeNextPath(wanted, '/learn');
  const invitation = useLocation().hash.slice(1) || null;
  const query = useQuery(SignUpPageDocument);
  if (useSession().status === 'signed-in') return <Navigate to={next} replace />;

  return (
    <QueryState query={query} skeleton={<AccountPanelSkeleton />}>
      {({ signUpPolicy }) => (
        <AccountPanel
          title={t('signUp.title')}
          lead={t('signUp.lead')}
          aside={
            <>
              {t('signUp.hasAccount')}{' '}
              <Anchor component={Link} to={wanted === null ? '/sign-in' : signInPath(next)} fw={600}>
                {t('signUp.toSignIn')}
              </Anchor>
            </>
          }
        >
          {signUpPolicy === 'OPEN' || (signUpPolicy === 'INVITATION' && invitation !== null) ? (
            <SignUpForm invitation={invitation} />
          ) : (
            <Closed isByInvitation={signUpPolicy === 'INVITATION'} />
          )}
        </AccountPanel>
      )}
    </QueryState>
  );
}
