import { ownTable } from '../personal-data/personal-data.ts';

/** Where somebody is, or was, signed in: address and device among it. */
export const sessionData = ownTable('session', 'sessions');
