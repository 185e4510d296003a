import { Migration } from '@mikro-orm/migrations';

/** What a person can see of what happened to their account. Failures of nobody's account are kept too, for who looks after the system. */
const securityEvent = `
create table security_event (
  id uuid primary key,
  user_id uuid references "user" on delete cascade,
  kind text not null,
  at timestamptz not null default clock_timestamp(),
  address text not null default '',
  device text not null default ''
);
create index on security_event (user_id, at desc, id);
create index on security_event (at);
`;

/** Links that work once, kept as hashes alone. The id is that of the job that sent one, so that sending again replaces it. */
const mailLink = `
create table mail_link (
  id uuid primary key,
  user_id uuid not null references "user" on delete cascade,
  purpose text not null check (purpose in ('reset_password', 'confirm_email')),
  email text not null,
  secret_hash text not null unique,
  expires_at timestamptz not null
);
create index on mail_link (user_id, purpose);
create index on mail_link (expires_at);
alter table "user" add column new_email text;
`;

/** The shared secret of an app, sealed by AUTH_SECRET; the last step that was used, so that a code is good once; and what stands in for the app. */
const secondFactor = `
create table second_factor (
  user_id uuid primary key references "user" on delete cascade,
  sealed_secret text not null,
  enabled_at timestamptz,
  last_step bigint not null default 0
);
create table recovery_code (
  user_id uuid not null references second_factor on delete cascade,
  code_hash text not null,
  primary key (user_id, code_hash)
);
`;

const invitation = `
create table invitation (
  id uuid primary key,
  email text not null,
  inviter_id uuid references "user" on delete set null,
  language text not null default 'en',
  secret_hash text unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index on invitation (created_at);
create index on invitation (inviter_id);
`;

/** How much of an allowance is spent, as the moment at which it will be whole again. A crash may forget it. */
const throttle = `
create unlogged table throttle (
  key text primary key,
  full_at timestamptz not null
);
create index on throttle (full_at);
`;

/** As before, and without the secrets of these tables. */
const audit = `
create or replace function write_audit_entry() returns trigger language plpgsql as $$
declare
  secrets constant text[] := array[
    'password_hash', 'refresh_hash', 'previous_refresh_hash', 'files_hash', 'secret_hash', 'sealed_secret', 'code_hash', 'last_step',
    'last_seen_at', 'last_used_at', 'rotated_at'
  ];
  old_row jsonb;
  new_row jsonb;
begin
  if tg_op <> 'INSERT' then old_row := to_jsonb(old) - secrets; end if;
  if tg_op <> 'DELETE' then new_row := to_jsonb(new) - secrets; end if;
  if tg_op = 'UPDATE' and old_row = new_row and to_jsonb(old) -> 'password_hash' is not distinct from to_jsonb(new) -> 'password_hash' then
    return null;
  end if;
  insert into audit_entry (actor_id, action, table_name, row_id, before, after)
  values (
    nullif(current_setting('cursus.actor', true), '')::uuid, lower(tg_op), tg_table_name,
    (coalesce(new_row, old_row) ->> tg_argv[0])::uuid, old_row, new_row
  );
  return null;
end $$;
create trigger audit_second_factor after insert or update or delete on second_factor for each row execute function write_audit_entry('user_id');
create trigger audit_invitation after insert or update or delete on invitation for each row execute function write_audit_entry('id');
`;

export class Migration20261121150828_accounts extends Migration {
  override up(): void {
    for (const sql of [securityEvent, mailLink, secondFactor, invitation, throttle, audit]) this.addSql(sql);
  }
}
