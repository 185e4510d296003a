import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { rowsByKey } from '../kernel/loaders.ts';
import { storedFileColumns } from './stored-file.queries.ts';

const isPicture = sql<boolean>`stored_file.media_type like 'image/%'`;

/** The pictures that a content shows. */
export const picturesOfContent = rowsByKey(
  (row: { contentId: string }) => row.contentId,
  (ctx: Context, ids) =>
    ctx.db
      .selectFrom('content_file')
      .innerJoin('stored_file', 'stored_file.id', 'content_file.file_id')
      .select(['content_id as contentId', ...storedFileColumns])
      .where(isAny('content_id', ids))
      .where(isPicture)
      .orderBy('stored_file.id')
      .execute(),
);

/** The pictures in a course's overview. */
export const picturesOfOverview = rowsByKey(
  (row: { courseId: string }) => row.courseId,
  (ctx: Context, ids) =>
    ctx.db
      .selectFrom('course_file')
      .innerJoin('stored_file', 'stored_file.id', 'course_file.file_id')
      .select(['course_id as courseId', ...storedFileColumns])
      .where(isAny('course_id', ids))
      .where(isPicture)
      .orderBy('stored_file.id')
      .execute(),
);
