import { useSyncExternalStore } from 'react';
import { connection } from './connection.ts';

export const useConnectionIsLost = (): boolean => useSyncExternalStore(connection.subscribe, connection.isLost);
