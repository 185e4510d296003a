import { type RawBuilder, sql } from 'kysely';

/** Whether a content, an overview or the cover of such a course shows a row of stored_file. */
export const isShownBy = (which: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`
  exists (select from course where image_id = stored_file.id and ${which})
  or exists (select from course_file join course on course.id = course_file.course_id where file_id = stored_file.id and ${which})
  or exists (select from content_file join content on content.id = content_file.content_id join module on module.id = content.module_id
    join course on course.id = module.course_id where file_id = stored_file.id and ${which})`;
