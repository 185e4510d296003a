import { sql } from 'kysely';

/** What counts for progress: contents that a student of the course is shown. Owners and drafts make no difference, so that one number holds everywhere. */
export const counted = sql<boolean>`(content.deleted_at is null and content.status = 'published'
  and module.deleted_at is null and module.status = 'published')`;

/** Of an enrolment: there is something to do, and all of it is done. */
export const isFinished = sql<boolean>`coalesce((select bool_and(completion.content_id is not null)
  from module join content on content.module_id = module.id
  left join completion on completion.content_id = content.id and completion.student_id = enrolment.student_id
  where module.course_id = enrolment.course_id and ${counted}), false)`;

export const isUnfinished = sql<boolean>`not ${isFinished}`;
