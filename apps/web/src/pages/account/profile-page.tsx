import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ProfileForm } from '../../features/profile/profile-form.tsx';
import { graphql } from '../../gql/gql.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { showDone } from '../../ui/toast.tsx';
import { AccountFrame } from './account-frame.tsx';

const ProfilePageDocument = graphql(`
  query ProfilePage {
    viewer {
      id
      ...ProfileForm_user
    }
  }
`);

export function ProfilePage() {
  const { t } = useTranslation('profile');
  // A form begins with what is stored, not with what was known of it.
  const query = useQuery(ProfilePageDocument, { fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  return (
    <AccountFrame title={t('title')} lead={t('lead')}>
      <QueryState query={query} scope="part" skeleton={<FormSkeleton fields={6} />}>
        {({ viewer }) => viewer && <ProfileForm key={viewer.id} user={viewer} onDone={() => showDone(t('saved'))} />}
      </QueryState>
    </AccountFrame>
  );
}
