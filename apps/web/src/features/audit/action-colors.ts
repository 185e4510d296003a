import type { AuditAction } from '../../gql/graphql.ts';

/** In the list and on an entry's page alike. */
export const actionColors = { CREATED: 'pine', CHANGED: 'marigold', DELETED: 'red' } as const satisfies Record<AuditAction, string>;
