import { Migration } from '@mikro-orm/migrations';

/** A film has captions in several languages, and a picture that stands for it until it plays. */
export class Migration20261121130500_video_tracks extends Migration {
  override up(): void {
    this.addSql(`
create table video_captions (
  video_id uuid not null references video on delete cascade,
  language text not null check (language ~ '^[a-z]{2}$'),
  file_id uuid not null references stored_file,
  primary key (video_id, language)
);
create index on video_captions (file_id);
create trigger audit_video_captions after insert or update or delete on video_captions
  for each row execute function write_audit_entry('video_id');

insert into video_captions (video_id, language, file_id)
  select video.id, course.language, video.captions_id from video
  join content on content.id = video.id
  join module on module.id = content.module_id
  join course on course.id = module.course_id
  where video.captions_id is not null;
alter table video drop column captions_id;

alter table video add column poster_id uuid references stored_file, add check (poster_id is null or file_id is not null);
create index on video (poster_id);
`);
  }
}
