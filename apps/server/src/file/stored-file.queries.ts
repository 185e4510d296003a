import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { type CourseFacts, canReadCourse, canViewCourse } from '../course/course.policy.ts';
import { isEnrolledIn, isPreviewOf, isShown } from '../course/course.queries.ts';
import { isAny } from '../kernel/any-of.ts';
import { rowById } from '../kernel/loaders.ts';
import { isOpen } from '../lock/lock.queries.ts';
import { isKnownToViewer } from '../user/user.queries.ts';

/** What a row of a file has, wherever it is read from. */
export const storedFileColumns = [
  'stored_file.id',
  'owner_id as ownerId',
  'use',
  'name',
  'media_type as mediaType',
  'size',
  'width',
  'height',
  'is_animated as isAnimated',
  'created_at as createdAt',
] as const;

/** A file's row, for who sees what refers to it: whoever hands out a row has decided that already. */
export const fileById = rowById((ctx: Context, ids) =>
  ctx.db.selectFrom('stored_file').select(storedFileColumns).where(isAny('id', ids)).execute(),
);

export type StoredFileRow = NonNullable<Awaited<ReturnType<typeof fileById>>>;

/** Whether the viewer may read the bytes of a file: their own, the picture of a person they may know of, one on the page of a course they see, or shown by a content they read. */
export async function canReadFile(ctx: Context, file: StoredFileRow): Promise<boolean> {
  if (ctx.viewer !== null && ctx.viewer.userId === file.ownerId) return true;
  const { rows } = await sql<CourseFacts & { refersAs: 'avatar' | 'cover' | 'content' }>`
    select 'avatar' as "refersAs", user_id as "ownerId", 'draft' as status, false as "isEnrolled", false as "isPreviewed" from profile where avatar_id = ${file.id}
    union all
    select 'cover', owner_id, status, ${isEnrolledIn(ctx, 'course.id')}, ${isPreviewOf(ctx, 'course.owner_id')} from course
      where deleted_at is null and (image_id = ${file.id} or id in (select course_id from course_file where file_id = ${file.id}))
    union all
    select 'content', course.owner_id, course.status, ${isEnrolledIn(ctx, 'course.id')}, ${isPreviewOf(ctx, 'course.owner_id')}
      from content_file
      join content on content.id = content_file.content_id and content.deleted_at is null
      join module on module.id = content.module_id and module.deleted_at is null
      join course on course.id = module.course_id and course.deleted_at is null
      where content_file.file_id = ${file.id} and ${isShown(ctx, 'module.status')} and ${isShown(ctx, 'content.status')}
        and ${isOpen(ctx)}`.execute(ctx.db);
  const isShownToViewer = rows.some(
    (row) => (row.refersAs === 'cover' && canViewCourse(ctx.viewer, row)) || (row.refersAs === 'content' && canReadCourse(ctx.viewer, row)),
  );
  if (isShownToViewer) return true;
  const person = rows.find(({ refersAs }) => refersAs === 'avatar');
  return person !== undefined && isKnownToViewer(ctx, person.ownerId);
}
