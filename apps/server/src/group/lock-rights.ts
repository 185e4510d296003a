import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Viewer, ViewerScope } from '../kernel/authorize.ts';
import { unauthenticated } from '../kernel/errors.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { allPermissions } from './permission.ts';

/**
 * Whoever changes what people may do waits here until nobody else does, and is judged by what they may do at that moment: two who raise or
 * lower each other at once never both act on rights that are gone. The trigger that keeps an administrator takes the same lock.
 */
export async function lockRights(em: EntityManager, { viewer }: ViewerScope): Promise<Viewer> {
  if (viewer === null) throw unauthenticated();
  await sql`select pg_advisory_xact_lock(hashtext('cursus rights'))`.execute(em.getKysely());
  const { rows } = await sql<{ isSuperuser: boolean; permissions: string[] }>`
    select is_superuser as "isSuperuser",
      array(select distinct permission from group_member join group_permission using (group_id) where group_member.user_id = "user".id) as permissions
    from "user" where id = ${viewer.userId} and suspended_at is null`.execute(em.getKysely());
  const now = rows[0];
  if (now === undefined) throw unauthenticated();
  return { ...viewer, isSuperuser: now.isSuperuser, permissions: now.isSuperuser ? allPermissions : new Set(now.permissions) };
}

/** Nobody gives, or takes, a permission that they do not have themselves. */
export function refuseUnheld(viewer: Viewer, permissions: readonly string[], path: string[]): void {
  const unheld = permissions.filter((permission) => !viewer.permissions.has(permission));
  if (unheld.length > 0)
    throw refuse(UserErrorCode.NOT_YOURS_TO_GIVE, path, `Only who may do this themselves can give it: ${unheld.join(', ')}.`);
}
