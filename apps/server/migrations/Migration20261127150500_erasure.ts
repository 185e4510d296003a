import { Migration } from '@mikro-orm/migrations';

/** Since when an account is that of a former member: nobody signs in to it, and nobody can tell whose it was. */
const erased = `
alter table "user" add column erased_at timestamptz;
`;

/**
 * The log can't be edited, and yet what is personal has to go from it when somebody leaves for good. So it can forget, and nothing else: an
 * entry keeps when, who, what was done and to which row, and its numbers, ids and answers; the words that stood in the row become null. This
 * goes by the two functions alone, and the trigger on rows refuses whatever is no forgetting, by whomever.
 */
const forgetting = `
create function without_words(value jsonb) returns jsonb immutable language sql as $$
  select case when value is null then null else coalesce(
    (select jsonb_object_agg(key, case
      when jsonb_typeof(field) in ('number', 'boolean', 'null') then field
      when field #>> '{}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then field
      else 'null'::jsonb end) from jsonb_each(value) as each (key, field)),
    '{}'::jsonb) end
$$;

create or replace function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('cursus.forgetting', true) = 'on' then return null; end if;
  raise exception 'the audit log cannot be changed';
end $$;

create function refuse_all_but_forgetting() returns trigger language plpgsql as $$
begin
  if (new.id, new.at, new.actor_id, new.action, new.table_name, new.row_id)
      is distinct from (old.id, old.at, old.actor_id, old.action, old.table_name, old.row_id)
    or new.before is distinct from without_words(old.before) or new.after is distinct from without_words(old.after) then
    raise exception 'the audit log cannot be changed';
  end if;
  return new;
end $$;
create trigger audit_entry_only_forgets before update on audit_entry for each row execute function refuse_all_but_forgetting();

create index audit_entry_user_idx on audit_entry (table_name, (coalesce(after, before) ->> 'user_id'))
  where coalesce(after, before) ->> 'user_id' is not null;

create function forget_history_of_rows(of_table text, row_ids uuid[]) returns void language plpgsql as $$
begin
  perform set_config('cursus.forgetting', 'on', true);
  update audit_entry set before = without_words(before), after = without_words(after)
    where table_name = of_table and row_id = any (row_ids);
  perform set_config('cursus.forgetting', 'off', true);
end $$;

create function forget_history_of_user(of_table text, of_user uuid) returns void language plpgsql as $$
begin
  perform set_config('cursus.forgetting', 'on', true);
  update audit_entry set before = without_words(before), after = without_words(after)
    where table_name = of_table and coalesce(after, before) ->> 'user_id' = of_user::text;
  perform set_config('cursus.forgetting', 'off', true);
end $$;
`;

export class Migration20261127150500_erasure extends Migration {
  override up(): void {
    for (const sql of [erased, forgetting]) this.addSql(sql);
  }
}
