import { Migration } from '@mikro-orm/migrations';

/**
 * Views of a course per day (in UTC), and who was counted already. A viewer is a hash that only this installation can make and that is
 * another one every day; it is forgotten when its day is over.
 */
const views = `
create table course_view (
  course_id uuid not null references course on delete cascade,
  day date not null,
  views integer not null check (views > 0),
  primary key (course_id, day)
);
create table course_viewer (
  day date not null,
  course_id uuid not null references course on delete cascade,
  viewer text not null,
  primary key (day, course_id, viewer)
);
create index on course_viewer (course_id);
`;

export class Migration20261121121000_course_view extends Migration {
  override up(): void {
    this.addSql(views);
  }
}
