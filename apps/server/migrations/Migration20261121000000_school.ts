import { Migration } from '@mikro-orm/migrations';

/** People and what they may do. An e-mail address is unique once it is confirmed, so that nobody can hold another's. */
const people = `
create table "user" (
  id uuid primary key,
  username text not null constraint user_username_key unique check (username ~ '^[a-z0-9._-]{3,40}$'),
  email text not null,
  email_confirmed_at timestamptz,
  password_hash text not null,
  is_superuser boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index user_confirmed_email_key on "user" (lower(email)) where email_confirmed_at is not null;

create table stored_file (
  id uuid primary key,
  owner_id uuid references "user" on delete set null,
  use text not null check (use in ('avatar', 'image', 'file', 'video', 'captions')),
  name text not null,
  media_type text not null,
  size bigint not null check (size >= 0),
  sha256 text not null,
  width integer,
  height integer,
  created_at timestamptz not null default now()
);
create index on stored_file (owner_id);

create table profile (
  user_id uuid primary key references "user" on delete cascade,
  first_name text not null,
  last_name text not null,
  phone text not null default '',
  bio text not null default '',
  language text not null default 'en',
  time_zone text not null default 'UTC',
  avatar_id uuid references stored_file on delete set null
);
create index on profile (avatar_id);

create table "group" (
  id uuid primary key,
  name text not null constraint group_name_key unique,
  is_default boolean not null default false,
  created_at timestamptz not null default now()
);
create table group_permission (
  group_id uuid not null references "group" on delete cascade,
  permission text not null,
  primary key (group_id, permission)
);
create table group_member (
  group_id uuid not null references "group" on delete cascade,
  user_id uuid not null references "user" on delete cascade,
  primary key (group_id, user_id)
);
create index on group_member (user_id);

insert into "group" (id, name, is_default) values
  ('00000000-0000-4000-8000-000000000001', 'Administrators', true),
  ('00000000-0000-4000-8000-000000000002', 'Instructors', true),
  ('00000000-0000-4000-8000-000000000003', 'Students', true),
  ('00000000-0000-4000-8000-000000000004', 'Managers', true),
  ('00000000-0000-4000-8000-000000000005', 'Sales', true),
  ('00000000-0000-4000-8000-000000000006', 'Support', true);
insert into group_permission (group_id, permission) values
  ('00000000-0000-4000-8000-000000000001', 'course.create'),
  ('00000000-0000-4000-8000-000000000001', 'course.edit_any'),
  ('00000000-0000-4000-8000-000000000001', 'course.read_any'),
  ('00000000-0000-4000-8000-000000000001', 'subject.manage'),
  ('00000000-0000-4000-8000-000000000001', 'user.manage'),
  ('00000000-0000-4000-8000-000000000001', 'group.manage'),
  ('00000000-0000-4000-8000-000000000002', 'course.create'),
  ('00000000-0000-4000-8000-000000000004', 'course.read_any'),
  ('00000000-0000-4000-8000-000000000004', 'subject.manage');

create table session (
  id uuid primary key,
  user_id uuid not null references "user" on delete cascade,
  refresh_hash text not null,
  previous_refresh_hash text,
  rotated_at timestamptz not null default now(),
  files_hash text not null,
  device text not null default '',
  address text not null default '',
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('signed_out', 'reused', 'expired', 'revoked'))
);
create index on session (user_id);
create unique index session_refresh_hash_key on session (refresh_hash);
create index on session (previous_refresh_hash);
`;

/** The catalogue and what stands in a course. Whatever has a deleted_at is in the trash: its place and its slug are free. */
const courses = `
create table subject (
  id uuid primary key,
  title text not null,
  slug text not null constraint subject_slug_key unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table course (
  id uuid primary key,
  owner_id uuid not null references "user",
  subject_id uuid not null constraint course_subject_id_fkey references subject,
  title text not null,
  slug text not null,
  overview text not null default '',
  language text not null check (language ~ '^[a-z]{2}$'),
  image_id uuid references stored_file on delete set null,
  status text not null default 'draft' check (status in ('draft', 'published', 'archived')),
  published_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  check (status = 'draft' or published_at is not null)
);
create unique index course_slug_key on course (slug) where deleted_at is null;
create index on course (owner_id);
create index on course (subject_id, status);
create index on course (image_id);

create table former_course_slug (
  slug text primary key,
  course_id uuid not null references course on delete cascade,
  created_at timestamptz not null default now()
);
create index on former_course_slug (course_id);

create table module (
  id uuid primary key,
  course_id uuid not null references course on delete cascade,
  title text not null,
  description text not null default '',
  position integer not null check (position > 0),
  status text not null default 'published' check (status in ('draft', 'published')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint module_position_key exclude using btree (course_id with =, position with =) where (deleted_at is null) deferrable
);
create index on module (course_id, position);

create table content (
  id uuid primary key,
  module_id uuid not null references module on delete cascade,
  position integer not null check (position > 0),
  status text not null default 'published' check (status in ('draft', 'published')),
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint content_position_key exclude using btree (module_id with =, position with =) where (deleted_at is null) deferrable
);
create index on content (module_id, position);
`;

/**
 * A content and its item share their key and refer to each other, so neither can stand without the other; a kind's table refers to
 * the item by key and kind, so an item is of one kind alone.
 */
const items = `
create table item (
  id uuid primary key references content on delete cascade deferrable initially deferred,
  kind text not null constraint item_kind_check check (kind in ('text', 'file', 'image', 'video')),
  owner_id uuid not null references "user",
  title text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, kind)
);
alter table content add foreign key (id) references item (id) deferrable initially deferred;
create index on item (owner_id);

create table text (
  id uuid primary key,
  kind text not null default 'text' check (kind = 'text'),
  body text not null,
  foreign key (id, kind) references item (id, kind) on delete cascade
);
create table file (
  id uuid primary key,
  kind text not null default 'file' check (kind = 'file'),
  file_id uuid not null references stored_file,
  description text not null default '',
  foreign key (id, kind) references item (id, kind) on delete cascade
);
create index on file (file_id);
create table image (
  id uuid primary key,
  kind text not null default 'image' check (kind = 'image'),
  file_id uuid not null references stored_file,
  alternative_text text not null check (alternative_text <> ''),
  caption text not null default '',
  foreign key (id, kind) references item (id, kind) on delete cascade
);
create index on image (file_id);
create table video (
  id uuid primary key,
  kind text not null default 'video' check (kind = 'video'),
  file_id uuid references stored_file,
  captions_id uuid references stored_file,
  host text check (host in ('youtube', 'vimeo')),
  video_id text,
  description text not null default '',
  foreign key (id, kind) references item (id, kind) on delete cascade,
  check ((file_id is null) <> (host is null)),
  check ((host is null) = (video_id is null)),
  check (captions_id is null or file_id is not null)
);
create index on video (file_id);
create index on video (captions_id);

create table content_file (
  content_id uuid not null references content on delete cascade,
  file_id uuid not null references stored_file,
  primary key (content_id, file_id)
);
create index on content_file (file_id);
`;

const learning = `
create table enrolment (
  id uuid primary key,
  course_id uuid not null references course on delete cascade,
  student_id uuid not null references "user" on delete cascade,
  enrolled_at timestamptz not null default now(),
  left_at timestamptz,
  last_content_id uuid references content on delete set null,
  constraint enrolment_student_key unique (course_id, student_id)
);
create index on enrolment (student_id);
create index on enrolment (last_content_id);

create table completion (
  student_id uuid not null references "user" on delete cascade,
  content_id uuid not null references content on delete cascade,
  completed_at timestamptz not null default now(),
  primary key (student_id, content_id)
);
create index on completion (content_id);
`;

/**
 * Who changed what, by whatever way: the trigger knows the actor of the transaction (cursus.actor) and plain SQL is written down too.
 * Secrets and a session's last use are left out.
 */
const audit = `
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  action text not null,
  table_name text not null,
  row_id uuid,
  before jsonb,
  after jsonb
);
create index on audit_entry (table_name, row_id);
create index on audit_entry (actor_id);

create function write_audit_entry() returns trigger language plpgsql as $$
declare
  secrets constant text[] := array['password_hash', 'refresh_hash', 'previous_refresh_hash', 'files_hash', 'last_seen_at', 'rotated_at'];
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

create function refuse_audit_change() returns trigger language plpgsql as $$
begin raise exception 'the audit log cannot be changed'; end $$;
create trigger audit_entry_is_final before update or delete or truncate on audit_entry
  for each statement execute function refuse_audit_change();
`;

/** Table → the column that names the audited row. */
const audited = {
  user: 'id',
  profile: 'user_id',
  group: 'id',
  group_permission: 'group_id',
  group_member: 'user_id',
  session: 'id',
  stored_file: 'id',
  subject: 'id',
  course: 'id',
  former_course_slug: 'course_id',
  module: 'id',
  content: 'id',
  item: 'id',
  text: 'id',
  file: 'id',
  image: 'id',
  video: 'id',
  content_file: 'content_id',
  enrolment: 'id',
  completion: 'content_id',
};

export class Migration20261121000000_school extends Migration {
  override up(): void {
    for (const sql of [people, courses, items, learning, audit]) this.addSql(sql);
    for (const [table, column] of Object.entries(audited)) {
      this.addSql(
        `create trigger audit_${table} after insert or update or delete on "${table}" for each row execute function write_audit_entry('${column}');`,
      );
    }
  }
}
