import { useSyncExternalStore } from 'react';
import { session, type SessionState } from './session.ts';

export const useSession = (): SessionState => useSyncExternalStore(session.subscribe, session.state);

export const useIsSignedIn = (): boolean => useSession().status !== 'signed-out';
