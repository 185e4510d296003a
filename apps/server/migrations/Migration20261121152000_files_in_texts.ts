import { Migration } from '@mikro-orm/migrations';

const addressForm = '/files/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';

/** Pictures in the Markdown of a text or of a course's overview are read by who reads that, and stay as long as it shows them. */
export class Migration20261121152000_files_in_texts extends Migration {
  override up(): void {
    this.addSql(`
create table course_file (
  course_id uuid not null references course on delete cascade,
  file_id uuid not null references stored_file,
  primary key (course_id, file_id)
);
create index on course_file (file_id);
create trigger audit_course_file after insert or update or delete on course_file
  for each row execute function write_audit_entry('course_id');

insert into course_file (course_id, file_id)
  select distinct course.id, stored_file.id
  from course
  cross join lateral regexp_matches(course.overview, '${addressForm}', 'gi') as address
  join stored_file on stored_file.id = address[1]::uuid and stored_file.owner_id = course.owner_id;

insert into content_file (content_id, file_id)
  select distinct item.id, stored_file.id
  from text join item on item.id = text.id
  cross join lateral regexp_matches(text.body, '${addressForm}', 'gi') as address
  join stored_file on stored_file.id = address[1]::uuid and stored_file.owner_id = item.owner_id
  on conflict do nothing;
`);
  }
}
