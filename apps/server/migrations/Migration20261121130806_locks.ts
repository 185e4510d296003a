import { Migration } from '@mikro-orm/migrations';

/** What a module or a content waits for before students may read it. */
const locks = ['module', 'content']
  .map(
    (table) => `
alter table ${table} add column available_from timestamptz;
alter table ${table} add column after_module_id uuid references module on delete set null;
create index on ${table} (after_module_id);
`,
  )
  .join('');

/**
 * No lock waits for a module of another course, nor for what waits for it in turn: nobody could ever open it. A module waits for the module
 * that it names, and for those that its contents name, since it is done when they are. What is in the trash waits for nothing. The course's
 * row is locked, so that two locks that are set at once cannot close a circle.
 */
const circles = `
create function refuse_lock_circle() returns trigger language plpgsql as $$
declare
  waiting constant uuid := coalesce(to_jsonb(new) ->> 'module_id', to_jsonb(new) ->> 'id');
  course constant uuid := (select course_id from module where id = waiting);
begin
  perform from course as locked where locked.id = course for no key update;
  if not exists (select from module where id = new.after_module_id and course_id = course) then
    raise exception 'a lock waits for a module of the same course' using errcode = 'check_violation', constraint = 'lock_in_course';
  end if;
  if exists (
    with recursive waits as (
      select id as module_id, after_module_id from module
        where course_id = course and deleted_at is null and after_module_id is not null
      union all
      select content.module_id, content.after_module_id from content join module on module.id = content.module_id
        where course_id = course and module.deleted_at is null and content.deleted_at is null and content.after_module_id is not null
    ),
    reached as (
      select after_module_id as id from waits where module_id = waiting
      union
      select waits.after_module_id from reached join waits on waits.module_id = reached.id
    )
    select from reached where id = waiting
  ) then
    raise exception 'a lock waits for what waits for it' using errcode = 'check_violation', constraint = 'lock_circle';
  end if;
  return null;
end $$;
create trigger lock_circle after insert or update of after_module_id, course_id, deleted_at on module
  for each row when (new.after_module_id is not null and new.deleted_at is null) execute function refuse_lock_circle();
create trigger lock_circle after insert or update of after_module_id, module_id, deleted_at on content
  for each row when (new.after_module_id is not null and new.deleted_at is null) execute function refuse_lock_circle();
`;

export class Migration20261121130806_locks extends Migration {
  override up(): void {
    this.addSql(locks);
    this.addSql(circles);
  }
}
