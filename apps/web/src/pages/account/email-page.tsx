import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ChangeEmailForm } from '../../features/email/change-email-form.tsx';
import { EmailSection } from '../../features/email/email-section.tsx';
import { graphql } from '../../gql/gql.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { AccountFrame, AccountSection } from './account-frame.tsx';

const EmailPageDocument = graphql(`
  query EmailPage {
    viewer {
      id
      ...EmailSection_user
    }
  }
`);

export function EmailPage() {
  const { t } = useTranslation('security');
  const query = useQuery(EmailPageDocument, { fetchPolicy: 'network-only' });
  return (
    <AccountFrame title={t('email.title')} lead={t('email.lead')}>
      <QueryState query={query} scope="part" skeleton={<ListSkeleton height={160} count={2} />}>
        {({ viewer }) =>
          viewer && (
            <>
              <AccountSection title={t('email.present')}>
                <EmailSection user={viewer} />
              </AccountSection>
              <AccountSection title={t('email.changeTitle')} text={t('email.changeText')}>
                <ChangeEmailForm />
              </AccountSection>
            </>
          )
        }
      </QueryState>
    </AccountFrame>
  );
}
