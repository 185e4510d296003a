import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { listed } from '../kernel/connection.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { OrderDirection, type OrderKey, type PageArgs } from '../kernel/paging.ts';
import { searchedFor } from '../kernel/search.ts';
import { isCalled, nameOf } from '../user/person-search.queries.ts';

const byName: readonly OrderKey[] = [
  { column: 'name', type: 'words', direction: OrderDirection.ASC },
  { column: 'id', type: 'uuid', direction: OrderDirection.ASC },
];

export interface EnrollablePeopleFilter extends PageArgs {
  readonly search?: string | null;
  readonly ids?: readonly string[] | null;
}

/** Whom `enrolStudent` takes: everybody whose account was not erased. */
export function enrollablePeople(ctx: Context, { search, ids, ...args }: EnrollablePeopleFilter) {
  const asked = searchedFor(search);
  const people = ctx.db
    .selectFrom('user')
    .select(['user.id', nameOf('user.id').as('name')])
    .where('user.erased_at', 'is', null)
    .$if(asked !== null, (query) => query.where(isCalled(ctx, 'user.id', asked ?? '')))
    .$if(Array.isArray(ids), (query) =>
      query.where(
        isAny(
          'user.id',
          (ids ?? []).map((id) => uuidOf('User', id)),
        ),
      ),
    );
  return listed(ctx.db, people, byName, args);
}
