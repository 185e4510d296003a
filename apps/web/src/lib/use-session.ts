import { useSyncExternalStore } from 'react';
import { session, type SessionState } from './session.ts';

export const useSession = (): SessionState => useSyncExternalStore(session.subscribe, session.state);

/** Whose page this is; also while they have to sign in again. */
export function useViewerId(): string | null {
  const state = useSession();
  return state.status === 'signed-out' ? null : state.viewerId;
}

export const useIsSignedIn = (): boolean => useSession().status !== 'signed-out';
