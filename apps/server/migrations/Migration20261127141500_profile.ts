import { Migration } from '@mikro-orm/migrations';

/**
 * A language and a time zone that nobody chose are those of the browser: null. So far nobody could choose a zone. Edits are counted as
 * those of courses are, because administrators edit profiles, too.
 */
export class Migration20261127141500_profile extends Migration {
  override up(): void {
    this.addSql(`alter table profile
      alter column language drop not null, alter column language drop default,
      alter column time_zone drop not null, alter column time_zone drop default,
      add constraint profile_language_check check (language ~ '^[a-z]{2}$'),
      add column revision integer not null default 1 check (revision > 0),
      add column edited_by_id uuid references "user" on delete set null,
      add column edited_at timestamptz;`);
    this.addSql(`create index on profile (edited_by_id);`);
    this.addSql(`update profile set time_zone = null where time_zone = 'UTC';`);
  }
}
