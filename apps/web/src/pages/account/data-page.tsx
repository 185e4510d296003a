import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataExportSection } from '../../features/data-export/data-export-section.tsx';
import { ErasureSection } from '../../features/erasure/erasure-section.tsx';
import { graphql } from '../../gql/gql.ts';
import { deleteCopies } from '../../lib/copy-places.ts';
import { session } from '../../lib/session.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { showDone } from '../../ui/toast.tsx';
import { AccountFrame, AccountSection } from './account-frame.tsx';

const DataPageDocument = graphql(`
  query DataPage {
    viewer {
      id
      dataExport {
        status
        ...DataExportSection_export
      }
      ...ErasureSection_user
    }
  }
`);

/** While an archive is being made one sees it grow. */
const lookEveryMs = 1_500;

export function DataPage() {
  const { t } = useTranslation('mydata');
  const navigate = useNavigate();
  const query = useQuery(DataPageDocument, { fetchPolicy: 'network-only' });
  const { data, startPolling, stopPolling, refetch } = query;
  const status = data?.viewer?.dataExport?.status;
  const isBusy = status === 'WAITING' || status === 'RUNNING';
  useEffect(() => {
    if (!isBusy) return undefined;
    startPolling(lookEveryMs);
    return stopPolling;
  }, [isBusy, startPolling, stopPolling]);
  // What fails here is told by the page's own query.
  const again = (): Promise<unknown> => refetch().catch(() => undefined);
  /** Nothing of the person is left here either, and nobody is asked to sign in again. */
  const leave = async (userId: string): Promise<void> => {
    deleteCopies(userId);
    await navigate('/');
    session.forget();
    showDone(t('erase.done'));
  };
  return (
    <AccountFrame title={t('page.title')} lead={t('page.lead')}>
      <QueryState query={query} scope="part" skeleton={<ListSkeleton height={220} count={2} />}>
        {({ viewer }) =>
          viewer && (
            <>
              <AccountSection title={t('archive.title')} text={t('archive.text')}>
                <DataExportSection dataExport={viewer.dataExport} onRequested={again} />
              </AccountSection>
              <AccountSection title={t('erase.title')} text={t('erase.text')}>
                <ErasureSection user={viewer} isOwn onChanged={again} onErased={() => void leave(viewer.id)} />
              </AccountSection>
            </>
          )
        }
      </QueryState>
    </AccountFrame>
  );
}
