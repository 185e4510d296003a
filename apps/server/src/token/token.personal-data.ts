import { ownTable } from '../personal-data/personal-data.ts';

/** Tokens with their names and uses; not what opens anything. */
export const tokenData = ownTable('token', 'tokens');
