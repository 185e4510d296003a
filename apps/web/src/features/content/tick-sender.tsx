import { useApolloClient } from '@apollo/client/react';
import { useEffect, useSyncExternalStore } from 'react';
import { followTicks, waitingTicks } from '../../lib/waiting-ticks.ts';
import { sendTicks } from './send-ticks.ts';

/** A browser that says it is online may be behind a wall: it is tried all the same. */
const tryEveryMs = 10_000;

/** Stands in the frame of every page: sends what an earlier page, or an earlier visit, could not. */
export function TickSender({ viewerId }: { viewerId: string }) {
  const client = useApolloClient();
  const isWaiting = useSyncExternalStore(followTicks, () => Object.keys(waitingTicks(viewerId)).length > 0);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const send = (): void => void sendTicks(client, viewerId);
    send();
    window.addEventListener('online', send);
    const timer = setInterval(send, tryEveryMs);
    return () => {
      window.removeEventListener('online', send);
      clearInterval(timer);
    };
  }, [client, viewerId, isWaiting]);
  return null;
}
