import { Migration } from '@mikro-orm/migrations';

const outcomes = `
alter table course add outcomes text[] not null default '{}',
  add constraint course_outcomes_check check (cardinality(outcomes) <= 12 and array_position(outcomes, null) is null);
`;

/** When a student last opened something of a course: what they read last stands first among their courses. */
const lastVisit = `alter table enrolment add last_visited_at timestamptz;`;

/** Where a student is in a film of the school, written behind while it plays. */
const playback = `
create table playback (
  student_id uuid not null references "user" on delete cascade,
  content_id uuid not null references content on delete cascade,
  seconds real not null check (seconds >= 0),
  played_at timestamptz not null,
  primary key (student_id, content_id)
);
create index on playback (content_id);
`;

/** The catalogue shows how many students a course has: of an enrolment that changes, only leaving and coming back tell there. */
const catalogue = `
drop trigger tell_catalogue_changed on enrolment;
create trigger tell_catalogue_changed after insert or update of course_id, left_at or delete or truncate on enrolment
  for each statement execute function tell_catalogue_changed();
`;

export class Migration20261121140809_learning extends Migration {
  override up(): void {
    for (const sql of [outcomes, lastVisit, playback, catalogue]) this.addSql(sql);
  }
}
