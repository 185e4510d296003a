import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context.ts';
import { argumentAt, type Target } from '../kernel/authorize.ts';
import { listed } from '../kernel/connection.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { type OrderColumns, orderKeysOf } from '../kernel/list-order.ts';
import { OrderDirection } from '../kernel/paging.ts';
import { mentions, searchedFor } from '../kernel/search.ts';
import { isCalled } from '../user/person-search.queries.ts';
import { canDeleteFile } from './file.policy.ts';
import { type FileListArgs, type StoredFileFilter, StoredFileOrderField } from './file-list.input.ts';
import { isUsed } from './file-uses.queries.ts';
import { fileById, storedFileColumns, type StoredFileRow } from './stored-file.queries.ts';

const columns: OrderColumns<StoredFileOrderField> = {
  [StoredFileOrderField.CREATED_AT]: { column: 'createdAt', type: 'timestamptz' },
  [StoredFileOrderField.NAME]: { column: 'name', type: 'words' },
  [StoredFileOrderField.SIZE]: { column: 'size', type: 'bigint' },
};
const newestFirst = { field: StoredFileOrderField.CREATED_AT, direction: OrderDirection.DESC };

function matches({ ownerId, use, isUsed: asked }: StoredFileFilter): RawBuilder<boolean> {
  const conditions: RawBuilder<unknown>[] = [sql`true`];
  if (ownerId) conditions.push(sql`stored_file.owner_id = ${uuidOf('User', ownerId)}`);
  if (use) conditions.push(sql`stored_file.use = ${use}`);
  if (typeof asked === 'boolean') conditions.push(sql`${isUsed} = ${asked}::boolean`);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** Everybody's files, as far as a search and a filter find them. */
export function filesOfAll(ctx: Context, { search, filter, orderBy, ...args }: FileListArgs) {
  const asked = searchedFor(search);
  const list = ctx.db
    .selectFrom('stored_file')
    .select(storedFileColumns)
    .where(matches(filter ?? {}))
    .where(
      asked === null
        ? sql<boolean>`true`
        : sql<boolean>`(${mentions(sql`stored_file.name`, asked)} or ${isCalled(ctx, 'stored_file.owner_id', asked)})`,
    );
  return listed(ctx.db, list, orderKeysOf(columns, orderBy, newestFirst), args);
}

/** The file that an argument names, to its owner and to who manages files. */
export const theFile = (path: string): Target<Context, StoredFileRow> => ({
  type: 'StoredFile',
  find: (ctx, args) => fileById(ctx, uuidOf('StoredFile', argumentAt(args, path))),
  canView: canDeleteFile,
});
