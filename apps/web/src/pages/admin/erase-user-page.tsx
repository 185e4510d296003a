import { skipToken, useQuery } from '@apollo/client/react';
import { Card } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { ErasureSection } from '../../features/erasure/erasure-section.tsx';
import { graphql } from '../../gql/gql.ts';
import { adminListPath, recordPath } from '../../lib/admin-paths.ts';
import { RecordPage } from '../../ui/admin/record-page.tsx';
import { NothingHere } from '../../ui/nothing-here.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { showDone } from '../../ui/toast.tsx';
import { AdminFrame } from './admin-frame.tsx';

const EraseUserPageDocument = graphql(`
  query EraseUserPage($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on User {
        viewerCanManage
        profile {
          displayName
        }
        ...ErasureSection_user
      }
    }
  }
`);

/** Somebody's account is erased for good by who manages accounts, once all that goes with it was told. */
export function EraseUserPage() {
  const { t } = useTranslation('mydata');
  const { id } = useParams();
  const navigate = useNavigate();
  const query = useQuery(EraseUserPageDocument, id === undefined ? skipToken : { variables: { id }, fetchPolicy: 'network-only' });
  const leave = async (): Promise<void> => {
    await navigate(adminListPath('users'));
    showDone(t('erase.ofOther.done'));
  };
  return (
    <AdminFrame isFor={({ viewerCanManageUsers }) => viewerCanManageUsers}>
      {() => (
        <QueryState query={query} skeleton={<FormSkeleton fields={2} />}>
          {({ node: user }) =>
            user?.__typename === 'User' && user.viewerCanManage ? (
              <RecordPage
                title={t('erase.ofOther.title', { name: user.profile.displayName })}
                list={{ path: recordPath('users', user.id), label: user.profile.displayName }}
                facts={t('erase.ofOther.text')}
              >
                <Card p={{ base: 'md', sm: 'xl' }}>
                  <ErasureSection user={user} isOwn={false} onChanged={() => void query.refetch()} onErased={() => void leave()} />
                </Card>
              </RecordPage>
            ) : (
              <NothingHere />
            )
          }
        </QueryState>
      )}
    </AdminFrame>
  );
}
