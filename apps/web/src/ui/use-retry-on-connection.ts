import type { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { failureOf } from '../lib/failure.ts';
import { useConnectionIsLost } from '../lib/use-connection.ts';

/** What could not be shown without a connection is asked for again when it is back. */
export function useRetryOnConnection({ data, error, refetch }: Pick<useQuery.Result<unknown>, 'data' | 'error' | 'refetch'>): void {
  const isLost = useConnectionIsLost();
  const isWaiting = data === undefined && error !== undefined && failureOf(error).cause === 'NO_CONNECTION';
  useEffect(() => {
    if (isWaiting && !isLost) void refetch().catch(() => undefined);
  }, [isWaiting, isLost, refetch]);
}
