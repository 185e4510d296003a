import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Services } from '../context.ts';
import type { Database, Db } from '../database.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { sendLetter } from '../mail/letter.ts';
import { courseHandedOverLetter } from './course-handed-over-letter.ts';
import { coursePermissions } from './course.permission.ts';
import { lockCourse } from './lock-course.ts';
import { isShownBy } from './shown-files.queries.ts';
import { tellStructure } from './structure-event.ts';

interface Handover {
  readonly services: Services;
  readonly giverId: string;
  readonly id: string;
  readonly username: string;
}

/** Who is called so and may write courses; whether anybody else is called so is not told. */
async function heirCalled(db: Db, username: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from "user"
    where username = ${username.trim().toLowerCase()} and erased_at is null and suspended_at is null and (is_superuser or exists (
      select from group_member join group_permission using (group_id)
      where group_member.user_id = "user".id and permission = ${coursePermissions.COURSE_CREATE.code}
    )) for key share`.execute(db);
  const heir = rows[0];
  if (heir === undefined) throw refuse(UserErrorCode.NOT_FOUND, ['username'], 'Nobody who may write courses is called so.');
  return heir.id;
}

/**
 * Hands a course to another owner, with what its owner wrote in it and the files that it alone shows: who owns it can go on with all of it.
 * Who has it from now on is told by mail, unless they took it themselves.
 */
export async function transferCourse(em: EntityManager, { services, giverId, id, username }: Handover): Promise<void> {
  const course = await lockCourse(em, id);
  const db = em.getKysely<Database>();
  const [heir, owner] = [await heirCalled(db, username), course.ownerId];
  if (heir === owner) throw refuse(UserErrorCode.NOT_NEEDED, ['username'], 'The course is theirs already.');
  await sql`update item set owner_id = ${heir} from content join module on module.id = content.module_id
    where content.id = item.id and module.course_id = ${id} and item.owner_id = ${owner}`.execute(db);
  await sql`update stored_file set owner_id = ${heir} where owner_id = ${owner}
    and (${isShownBy(sql`course.id = ${id}`)}) and not (${isShownBy(sql`course.id <> ${id} and course.owner_id = ${owner}`)})
    and not exists (select from profile where avatar_id = stored_file.id)`.execute(db);
  course.ownerId = heir;
  await tellStructure(em, id);
  if (heir !== giverId) await sendLetter({ em, services }, courseHandedOverLetter, { courseId: id, heirId: heir, giverId });
}
