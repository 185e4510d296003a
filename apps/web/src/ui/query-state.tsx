import type { useQuery } from '@apollo/client/react';
import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRetryOnConnection } from './use-retry-on-connection.ts';
import { FailurePage } from './failure-page.tsx';
import { FailurePart } from './failure-part.tsx';
import { PageSkeleton } from './skeletons.tsx';

interface QueryStateProps<TData> {
  query: Pick<useQuery.Result<TData>, 'data' | 'error' | 'refetch'>;
  /** Of the shape of what will come. */
  skeleton?: ReactNode;
  /** A part's failure leaves the rest of the page standing. */
  scope?: 'page' | 'part';
  children: (data: TData) => ReactNode;
}

/** A query on a page: its skeleton, then its data, or why there are none and what to do about it. */
export function QueryState<TData>({ query, skeleton = <PageSkeleton />, scope = 'page', children }: QueryStateProps<TData>) {
  const { t } = useTranslation('shell');
  useRetryOnConnection(query);
  if (query.data !== undefined) return children(query.data as TData);
  const Failed = scope === 'page' ? FailurePage : FailurePart;
  if (query.error !== undefined) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div aria-busy="true">
      <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>
      {skeleton}
    </div>
  );
}
