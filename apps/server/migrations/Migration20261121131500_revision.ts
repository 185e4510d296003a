import { Migration } from '@mikro-orm/migrations';

/** Counts the edits of what several people may write, and says whose the last one was. Null: none since it was made, or before this was kept. */
const revised = ['course', 'module', 'item'];

export class Migration20261121131500_revision extends Migration {
  override up(): void {
    for (const table of revised) {
      this.addSql(`alter table ${table}
        add column revision integer not null default 1 check (revision > 0),
        add column edited_by_id uuid references "user" on delete set null,
        add column edited_at timestamptz;`);
      this.addSql(`create index on ${table} (edited_by_id);`);
    }
  }
}
