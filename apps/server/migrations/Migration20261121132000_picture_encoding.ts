import { Migration } from '@mikro-orm/migrations';

/** Pictures are encoded by us, without metadata; those from before are, too, by a job. What moves is not made smaller. */
export class Migration20261121132000_picture_encoding extends Migration {
  override up(): void {
    this.addSql(`
alter table stored_file
  add column is_animated boolean not null default false,
  add column is_reencoded boolean not null default false;
create index on stored_file (id) where not is_reencoded and use in ('image', 'avatar');
`);
  }
}
