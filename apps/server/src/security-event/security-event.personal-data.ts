import { ownTable } from '../personal-data/personal-data.ts';

/** What happened to an account, with addresses and devices. */
export const securityEventData = ownTable('security_event', 'security-events');
