import { Migration } from '@mikro-orm/migrations';

/**
 * Tells all server processes that what they remember of a person's rights is out of date, also when plain SQL changed it. The channel and
 * the form are those of kernel/pubsub.ts and session/viewer-cache.ts. A notice that a transaction repeats is sent once.
 */
const tell = `
create function tell_viewer_changed() returns trigger language plpgsql as $$
declare
  told text;
begin
  if tg_level = 'STATEMENT' then
    perform pg_notify('cursus', '{"topic":"viewerChanged","event":{"userId":null}}');
    return null;
  end if;
  foreach told in array array[to_jsonb(old) ->> tg_argv[0], to_jsonb(new) ->> tg_argv[0]] loop
    if told is not null then
      perform pg_notify('cursus', json_build_object('topic', 'viewerChanged', 'event', json_build_object('userId', told))::text);
    end if;
  end loop;
  return null;
end $$;

create trigger tell_viewer_changed after delete or update of user_id, ended_at, expires_at, rotated_at on session
  for each row execute function tell_viewer_changed('user_id');
create trigger tell_viewer_changed after delete or update of is_superuser on "user"
  for each row execute function tell_viewer_changed('id');
create trigger tell_viewer_changed after insert or delete or update on group_member
  for each row execute function tell_viewer_changed('user_id');
create trigger tell_viewer_changed after insert or delete or update or truncate on group_permission
  for each statement execute function tell_viewer_changed();
`;

export class Migration20261121111000_viewer_changes extends Migration {
  override up(): void {
    this.addSql(tell);
  }
}
