import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { valueByKey } from '../kernel/loaders.ts';
import { OrderDirection, type OrderKey, pagesByParent } from '../kernel/paging.ts';

export type FilePlace = 'avatar' | 'cover' | 'overview' | 'content';

/** A place in which a file is shown. What is in the trash still keeps its files. */
export interface FileUseRow {
  readonly id: string;
  readonly parentId: string;
  readonly place: FilePlace;
  readonly name: string;
}

/** Everything that refers to files; whatever refers to them anew has its line here, and the sweep and deleteFile leave it its files. */
const uses = sql<FileUseRow>`
  select profile.user_id as id, avatar_id as "parentId", 'avatar' as place, concat(first_name, ' ', last_name) as name from profile
    where avatar_id is not null
  union all select course.id, image_id, 'cover', title from course where image_id is not null
  union all select course.id, file_id, 'overview', title from course_file join course on course.id = course_file.course_id
  union all select item.id, file_id, 'content', title from content_file join item on item.id = content_file.content_id`;

/** Whether anything refers to the file of this row. */
export const isUsed = sql<boolean>`exists (select from (${uses}) file_use where file_use."parentId" = stored_file.id)`;

const byPlace: readonly OrderKey[] = [
  { column: 'place', type: 'text', direction: OrderDirection.ASC },
  { column: 'id', type: 'uuid', direction: OrderDirection.ASC },
];

export const useCountOf = valueByKey(async (ctx: Context, fileIds) => {
  const { rows } = await sql<{ id: string; count: string }>`select "parentId" as id, count(*) as count from (${uses}) file_use
    where ${isAny('parentId', fileIds)} group by 1`.execute(ctx.db);
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}, 0);

export const mostReferences = 20;

/** Where many files are used, a bounded number of places each. */
export const usesOfFile = valueByKey<Context, readonly FileUseRow[]>(async (ctx, fileIds) => {
  const list = sql<FileUseRow>`select * from (${uses}) file_use where ${isAny('parentId', fileIds)}`;
  const pages = await pagesByParent(ctx.db, list, byPlace, { parentIds: fileIds, args: { first: mostReferences } });
  return new Map([...pages].map(([id, { rows }]) => [id, rows]));
}, []);
