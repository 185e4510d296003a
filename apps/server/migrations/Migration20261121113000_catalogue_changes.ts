import { Migration } from '@mikro-orm/migrations';

/**
 * Tells all server processes that answers of the catalogue which they remember are out of date, also when plain SQL changed it. The channel
 * and the form are those of kernel/pubsub.ts and http/serve-trusted.ts. A transaction tells it once.
 */
const tell = `
create function tell_catalogue_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('cursus', '{"topic":"catalogueChanged","event":{}}');
  return null;
end $$;
`;

/** Whatever somebody who is not signed in is shown of courses: counts of contents and students included. */
const shown = ['subject', 'course', 'former_course_slug', 'module', 'content', 'enrolment', 'user', 'profile'];

/** A file's row is written before anything refers to it. */
const file = `create trigger tell_catalogue_changed after update or delete on stored_file
  for each statement execute function tell_catalogue_changed();`;

/** The orders of the catalogue, so that its first page costs the same however many courses there are. */
const orders = `
create index course_catalogue_idx on course (coalesce(published_at, created_at) desc, id) where status = 'published' and deleted_at is null;
create index course_title_idx on course (title collate "und-x-icu", id) where status = 'published' and deleted_at is null;
create index course_updated_idx on course (updated_at desc, id) where status = 'published' and deleted_at is null;
`;

export class Migration20261121113000_catalogue_changes extends Migration {
  override up(): void {
    this.addSql(tell);
    for (const table of shown) {
      this.addSql(`create trigger tell_catalogue_changed after insert or update or delete or truncate on "${table}"
        for each statement execute function tell_catalogue_changed();`);
    }
    this.addSql(file);
    this.addSql(orders);
  }
}
