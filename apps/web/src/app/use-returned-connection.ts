import { useEffect, useEffectEvent, useRef } from 'react';
import { useConnectionIsLost } from '../lib/use-connection.ts';

/** Tells that a connection that was lost while this was shown is back. */
export function useReturnedConnection(onReturn: () => void): void {
  const isLost = useConnectionIsLost();
  const wasLost = useRef(false);
  const tell = useEffectEvent(onReturn);

  useEffect(() => {
    if (wasLost.current && !isLost) tell();
    wasLost.current = isLost;
  }, [isLost]);
}
