import { Migration } from '@mikro-orm/migrations';

const columns = `
alter table "group" add column description text not null default '';
alter table "user" add column suspended_at timestamptz;
create index user_superuser on "user" (id) where is_superuser;
`;

/**
 * Somebody can always administer: an account that is not suspended, and is a superuser or may manage groups and accounts. Looked at when the
 * transaction ends, under the lock of group/lock-rights.ts, so that no two who take the last two away see each other's as the one that stays.
 */
const lastAdministrator = `
create function keep_an_administrator() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'group_member' then
    if not exists (
      select from group_permission where group_id = old.group_id and permission in ('group.manage', 'user.manage')
    ) then
      return null;
    end if;
  end if;
  perform pg_advisory_xact_lock(hashtext('cursus rights'));
  if exists (select from "user" where is_superuser and suspended_at is null) or exists (
    select from group_permission manages_groups
    join group_member member using (group_id)
    join "user" on "user".id = member.user_id and "user".suspended_at is null
    where manages_groups.permission = 'group.manage' and exists (
      select from group_member other join group_permission manages_users using (group_id)
      where other.user_id = member.user_id and manages_users.permission = 'user.manage'
    )
  ) then
    return null;
  end if;
  raise exception 'nobody could administer any more' using errcode = 'check_violation', constraint = 'last_administrator';
end $$;

create constraint trigger keep_an_administrator after delete or update on group_member
  deferrable initially deferred for each row execute function keep_an_administrator();
create constraint trigger keep_an_administrator after delete or update on group_permission
  deferrable initially deferred for each row when (old.permission in ('group.manage', 'user.manage'))
  execute function keep_an_administrator();
create constraint trigger keep_an_administrator_deleted after delete on "user"
  deferrable initially deferred for each row when (old.is_superuser) execute function keep_an_administrator();
create constraint trigger keep_an_administrator_changed after update of is_superuser, suspended_at on "user"
  deferrable initially deferred for each row
  when (old.is_superuser and not new.is_superuser or old.suspended_at is null and new.suspended_at is not null)
  execute function keep_an_administrator();
`;

/** Who is suspended is nobody from then on, in every process. */
const suspension = `
drop trigger tell_viewer_changed on "user";
create trigger tell_viewer_changed after delete or update of is_superuser, suspended_at on "user"
  for each row execute function tell_viewer_changed('id');
`;

export class Migration20261127142500_rights extends Migration {
  override up(): void {
    for (const sql of [columns, lastAdministrator, suspension]) this.addSql(sql);
  }
}
