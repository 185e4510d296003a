import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Database } from '../database.ts';
import { lockRights } from '../group/lock-rights.ts';
import { forbidden, notFound } from '../kernel/errors.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { everyPersonalData } from '../personal-data/every-table.ts';
import type { Person } from '../personal-data/personal-data.ts';
import { canManageAccount } from '../user/user.policy.ts';
import { accountsByIds } from '../user/user.queries.ts';
import { coursesWithStudents } from './erasure.queries.ts';

/** Long lives leave much: a minute for a statement instead of a request's seconds. */
const longestStatement = '60s';

/**
 * Takes everything away that is a person's own, as each slice declares it, and leaves what others need under the name of a former member.
 * Of two at once the second finds nobody. Rights and courses are locked first, so that nobody enrols or becomes the last administrator
 * meanwhile, and whoever erases is judged by what both may do then.
 */
export async function erasePerson(em: EntityManager, ctx: Context, userId: string): Promise<void> {
  const db = em.getKysely<Database>();
  await sql`select set_config('statement_timeout', ${longestStatement}, true)`.execute(db);
  const viewer = await lockRights(em, ctx);
  const { rows } = await sql<Person>`select id, username, email from "user" where id = ${userId} and erased_at is null for update`.execute(
    db,
  );
  const person = rows[0];
  const [facts] = await accountsByIds(db, [userId]);
  if (person === undefined || facts === undefined) throw notFound();
  if (userId !== viewer.userId && !canManageAccount(viewer, facts)) throw forbidden();
  await sql`select from course where owner_id = ${userId} order by id for update`.execute(db);
  if ((await coursesWithStudents(db, userId)).length > 0)
    throw refuse(UserErrorCode.HAS_STUDENTS, null, 'Courses that somebody follows need another owner first: transferCourse.');
  for (const { erase } of everyPersonalData) await erase?.(db, person);
}
