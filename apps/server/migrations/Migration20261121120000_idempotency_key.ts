import { Migration } from '@mikro-orm/migrations';

/** What a client may send twice and mean once: the answer is remembered beside what it created, in the same transaction. */
const idempotencyKey = `
create table idempotency_key (
  user_id uuid not null references "user" on delete cascade,
  operation text not null,
  key text not null check (char_length(key) between 1 and 200),
  input_hash text not null,
  result jsonb,
  created_at timestamptz not null default now(),
  primary key (user_id, operation, key)
);
create index on idempotency_key (created_at);
`;

export class Migration20261121120000_idempotency_key extends Migration {
  override up(): void {
    this.addSql(idempotencyKey);
  }
}
