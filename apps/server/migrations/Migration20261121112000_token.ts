import { Migration } from '@mikro-orm/migrations';

/** Personal access tokens: kept as hashes alone. What ends one is told to all processes by the function of the migration viewer_changes. */
const token = `
create table token (
  id uuid primary key,
  user_id uuid not null references "user" on delete cascade,
  name text not null,
  prefix text not null,
  secret_hash text not null unique,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index on token (user_id, created_at);
create trigger tell_viewer_changed after delete or update of user_id, scopes, expires_at, revoked_at on token
  for each row execute function tell_viewer_changed('user_id');
`;

/** As before, and without the secret and the last use of a token. */
const audit = `
create or replace function write_audit_entry() returns trigger language plpgsql as $$
declare
  secrets constant text[] := array[
    'password_hash', 'refresh_hash', 'previous_refresh_hash', 'files_hash', 'secret_hash', 'last_seen_at', 'last_used_at', 'rotated_at'
  ];
  old_row jsonb;
  new_row jsonb;
begin
  if tg_op <> 'INSERT' then old_row := to_jsonb(old) - secrets; end if;
  if tg_op <> 'DELETE' then new_row := to_jsonb(new) - secrets; end if;
  if tg_op = 'UPDATE' and old_row = new_row and to_jsonb(old) -> 'password_hash' is not distinct from to_jsonb(new) -> 'password_hash' then
    return null;
  end if;
  insert into audit_entry (actor_id, action, table_name, row_id, before, after)
  values (
    nullif(current_setting('cursus.actor', true), '')::uuid, lower(tg_op), tg_table_name,
    (coalesce(new_row, old_row) ->> tg_argv[0])::uuid, old_row, new_row
  );
  return null;
end $$;
create trigger audit_token after insert or update or delete on token for each row execute function write_audit_entry('id');
`;

export class Migration20261121112000_token extends Migration {
  override up(): void {
    for (const sql of [token, audit]) this.addSql(sql);
  }
}
