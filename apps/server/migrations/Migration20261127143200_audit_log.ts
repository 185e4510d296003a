import { Migration } from '@mikro-orm/migrations';

/**
 * As before, but secrets are told by how their columns are called, so that a new table's are left out as soon as it has a trigger; and that
 * a password was changed is told in its place.
 */
const audit = `
create or replace function write_audit_entry() returns trigger language plpgsql as $$
declare
  unwritten constant text[] := array['last_step', 'last_seen_at', 'last_used_at', 'rotated_at'];
  secrets text[];
  old_row jsonb;
  new_row jsonb;
  is_other_password boolean := false;
begin
  if tg_op <> 'INSERT' then old_row := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then new_row := to_jsonb(new); end if;
  select coalesce(array_agg(key), '{}') into secrets from jsonb_object_keys(coalesce(new_row, old_row)) key
    where key ~ '(^|_)(hash|secret)$';
  if tg_op = 'UPDATE' then is_other_password := old_row -> 'password_hash' is distinct from new_row -> 'password_hash'; end if;
  old_row := old_row - secrets - unwritten;
  new_row := new_row - secrets - unwritten;
  if is_other_password then
    old_row := old_row || '{"password": "former"}';
    new_row := new_row || '{"password": "changed"}';
  end if;
  if tg_op = 'UPDATE' and old_row = new_row then return null; end if;
  insert into audit_entry (actor_id, action, table_name, row_id, before, after)
  values (
    nullif(current_setting('cursus.actor', true), '')::uuid, lower(tg_op), tg_table_name,
    (coalesce(new_row, old_row) ->> tg_argv[0])::uuid, old_row, new_row
  );
  return null;
end $$;
`;

/** The log is read from its end: as a whole, of one person, of one kind. */
const indexes = `
create index on audit_entry (at);
create index on audit_entry (actor_id, at);
create index on audit_entry (table_name, at);
drop index audit_entry_actor_id_idx;
`;

export class Migration20261127143200_audit_log extends Migration {
  override up(): void {
    for (const sql of [audit, indexes]) this.addSql(sql);
  }
}
