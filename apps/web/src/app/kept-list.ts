import type { FieldPolicy, Reference } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

type ListPolicy = ReturnType<typeof relayStylePagination>;
type Merge = Extract<ListPolicy['merge'], (...args: never[]) => unknown>;

/**
 * A list that is read page by page. When its beginning is asked for again, as when somebody comes Back to it, the pages behind stay as long as
 * they still follow on what came: so the list keeps its length, and the reader the place.
 */
export function keptList(keyArgs?: string[]): FieldPolicy {
  const policy = relayStylePagination(keyArgs);
  const merge: Merge = (existing, incoming, options) => {
    const { args, readField } = options;
    const joined = (policy.merge as Merge)(existing, incoming, options);
    const isBeginning = args === null || (args['after'] ?? args['before'] ?? args['last'] ?? null) === null;
    if (!existing || joined === null || !isBeginning || incoming?.pageInfo?.hasNextPage !== true) return joined;

    const idOf = (edge: object | undefined): string | undefined => readField<Reference>('node', edge as Reference | undefined)?.__ref;
    const last = idOf(joined.edges.at(-1));
    const known = new Set(joined.edges.map(idOf));
    const place = existing.edges.findIndex((edge) => idOf(edge) === last);
    const behind = last === undefined || place === -1 ? [] : existing.edges.slice(place + 1).filter((edge) => !known.has(idOf(edge)));
    if (behind.length === 0) return joined;
    const { hasNextPage, endCursor } = existing.pageInfo;
    return { ...joined, edges: [...joined.edges, ...behind], pageInfo: { ...joined.pageInfo, hasNextPage, endCursor } };
  };
  return { ...policy, merge };
}
