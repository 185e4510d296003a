import { Migration } from '@mikro-orm/migrations';

/** Who put something into the trash, and the trash itself as a list: few rows of each table, read by their parent and purged by their age. */
const trash = ['course', 'module', 'content'].map(
  (table) => `
alter table ${table} add column deleted_by_id uuid references "user" on delete set null;
create index ${table}_deleted_by_idx on ${table} (deleted_by_id) where deleted_by_id is not null;
create index ${table}_trash_idx on ${table} (deleted_at) where deleted_at is not null;`,
);

export class Migration20261121081500_trash extends Migration {
  override up(): void {
    for (const sql of trash) this.addSql(sql);
  }
}
