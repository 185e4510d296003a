import type { Client } from 'pg';

/** How large a school is. `users` are all students; each of them is enrolled in `enrolmentsPerUser` courses. */
export interface SchoolSize {
  readonly name: string;
  readonly courses: number;
  readonly users: number;
}

const modulesPerCourse = 10;
const contentsPerModule = 4;
const enrolmentsPerUser = 20;
const coursesPerOwner = 25;

/** A word that stands in this many titles, whatever the size of the school: a search's answer is then of one size too. */
export const rareWord = 'Tomography';
const rareCourses = 20;

/** The same id for the same thing in every run. */
const idOf = (name: string) => `md5(${name})::uuid`;

const paragraph = 'What one learns here, **why** it matters, and `what` to do with it afterwards. ';

const people = (users: number) => `
insert into "user" (id, username, email, password_hash)
  select ${idOf(`'user ' || n`)}, 'student-' || n, 'student-' || n || '@example.org', '' from generate_series(1, ${users}) n;
insert into profile (user_id, first_name, last_name)
  select ${idOf(`'user ' || n`)}, 'Alex', 'Student ' || n from generate_series(1, ${users}) n;
insert into subject (id, title, slug) select ${idOf(`'subject ' || n`)}, 'Subject ' || n, 'subject-' || n from generate_series(0, 11) n;
insert into stored_file (id, owner_id, use, name, media_type, size, sha256)
  select ${idOf(`'stored ' || use`)}, ${idOf(`'user 1'`)}, use, use || '.bin', 'application/octet-stream', 1000, md5(use)
  from unnest(array['file', 'image', 'video']) use;
`;

/** One in ten is a draft, so that the catalogue has something to leave out. */
const courses = (count: number) => `
insert into course (id, owner_id, subject_id, title, slug, overview, language, status, published_at)
  select ${idOf(`'course ' || n`)}, ${idOf(`'user ' || (1 + n / ${coursesPerOwner})`)}, ${idOf(`'subject ' || n % 12`)},
    case when n * ${rareCourses} % ${count} < ${rareCourses} then '${rareWord} in practice ' else 'Learning by doing ' end || n,
    'course-' || n, repeat('${paragraph}', 20), case n % 2 when 0 then 'en' else 'fr' end,
    case n % 10 when 9 then 'draft' else 'published' end,
    case n % 10 when 9 then null else timestamptz '2026-01-01 08:00Z' + n * interval '1 minute' end
  from generate_series(1, ${count}) n;
insert into module (id, course_id, title, description, position)
  select ${idOf(`'module ' || n || ' ' || m`)}, ${idOf(`'course ' || n`)}, 'Module ' || m || ' of ' || n, repeat('${paragraph}', 3), m
  from generate_series(1, ${count}) n, generate_series(1, ${modulesPerCourse}) m;
create temporary table place on commit drop as
  select ${idOf(`'content ' || n || ' ' || m || ' ' || c`)} as id, ${idOf(`'module ' || n || ' ' || m`)} as module_id, c,
    (array['text', 'file', 'image', 'video'])[1 + (c - 1) % 4] as kind, ${idOf(`'user ' || (1 + n / ${coursesPerOwner})`)} as owner_id
  from generate_series(1, ${count}) n, generate_series(1, ${modulesPerCourse}) m, generate_series(1, ${contentsPerModule}) c;
insert into content (id, module_id, position) select id, module_id, c from place;
insert into item (id, kind, owner_id, title) select id, kind, owner_id, 'Content ' || c from place;
insert into text (id, body) select id, repeat('${paragraph}', 20) from place where kind = 'text';
insert into file (id, file_id, description) select id, ${idOf(`'stored file'`)}, 'To read at home.' from place where kind = 'file';
insert into image (id, file_id, alternative_text) select id, ${idOf(`'stored image'`)}, 'A drawing' from place where kind = 'image';
insert into video (id, file_id, description) select id, ${idOf(`'stored video'`)}, 'A film' from place where kind = 'video';
insert into content_file (content_id, file_id)
  select id, md5('stored ' || kind)::uuid from place where kind <> 'text';
`;

const learning = (size: SchoolSize) => `
insert into enrolment (id, course_id, student_id)
  select ${idOf(`'enrolment ' || u || ' ' || e`)}, ${idOf(`'course ' || (1 + (u * 7 + e * 10) % ${size.courses})`)}, ${idOf(`'user ' || u`)}
  from generate_series(1, ${size.users}) u, generate_series(1, ${enrolmentsPerUser}) e on conflict do nothing;
`;

/** Fills a migrated database. Triggers sleep meanwhile, so what they would have kept is made here: the search. */
export async function fillSchool(client: Client, size: SchoolSize): Promise<void> {
  await client.query('begin; set local session_replication_role = replica;');
  for (const statements of [people(size.users), courses(size.courses), learning(size)]) await client.query(statements);
  await client.query('select refresh_course_search(array(select id from course)); commit');
  await client.query('vacuum analyze');
}
