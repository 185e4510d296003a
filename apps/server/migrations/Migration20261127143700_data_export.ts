import { Migration } from '@mikro-orm/migrations';

/** The archive of what is a person's own: one each, made in the background, kept for a day. */
const dataExport = `
create table data_export (
  id uuid primary key,
  user_id uuid not null unique references "user" on delete cascade,
  status text not null default 'waiting' check (status in ('waiting', 'running', 'ready', 'failed')),
  done integer not null default 0 check (done >= 0),
  total integer not null default 0 check (total >= done),
  size bigint,
  requested_at timestamptz not null default now(),
  ready_at timestamptz,
  expires_at timestamptz,
  check ((status = 'ready') = (ready_at is not null and expires_at is not null and size is not null))
);
create index on data_export (expires_at);
`;

export class Migration20261127143700_data_export extends Migration {
  override up(): void {
    this.addSql(dataExport);
  }
}
