/** What a careful hand writes when the answer is known beforehand: one statement, and PostgreSQL makes the JSON. */

/** Base64 of `Type:uuid` holds no character that base64url writes otherwise, so cutting the padding is enough. */
const globalId = (type: string, column: string) => `rtrim(encode(convert_to('${type}:' || ${column}, 'UTF8'), 'base64'), '=')`;

const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const subject = `(select row_to_json(s) from (select ${globalId('Subject', 'id')} as id, title, slug from subject where id = c.subject_id) s)`;

const owner = `(select row_to_json(o) from (
  select ${globalId('User', 'user_id')} as id, json_build_object('displayName', first_name || ' ' || last_name) as profile
  from profile where user_id = c.owner_id) o)`;

const modulesWith = (columns: string) => `(select coalesce(json_agg(m), '[]') from (
  select ${globalId('Module', 'id')} as id, ${columns} from module
  where course_id = c.id and status = 'published' and deleted_at is null order by position, id) m)`;

const published = `status = 'published' and deleted_at is null`;

export const bareStatements = {
  catalogue: `
    with page as materialized (
      select *, row_number() over () as place from (
        select id, title, slug, language, published_at, subject_id, owner_id from course where ${published}
        order by coalesce(published_at, created_at) desc, id limit 21) found
    )
    select json_build_object('data', json_build_object('courses', json_build_object(
      'nodes', (select coalesce(json_agg(n), '[]') from (
        select ${globalId('Course', 'c.id')} as id, c.title, c.slug, c.language, ${moment('c.published_at')} as "publishedAt",
          ${subject} as subject, ${owner} as owner, ${modulesWith('title, position')} as modules
        from page c where place <= 20 order by place) n),
      'pageInfo', json_build_object('hasNextPage', (select count(*) > 20 from page)))))::text as body`,

  course: `
    select json_build_object('data', json_build_object('courseBySlug', (select row_to_json(n) from (
      select ${globalId('Course', 'c.id')} as id, c.title, c.slug, c.overview, c.language, ${moment('c.published_at')} as "publishedAt",
        ${subject} as subject, ${owner} as owner, ${modulesWith('title, description, position')} as modules
      from course c where slug = $1 and ${published}) n)))::text as body`,

  module: `
    select json_build_object('data', json_build_object('node', (select row_to_json(n) from (
      select ${globalId('Module', 'm.id')} as id, m.title, m.description, (select coalesce(json_agg(c), '[]') from (
        select ${globalId('Content', 'content.id')} as id,
          exists (select from completion where content_id = content.id and student_id = $2) as "viewerHasCompleted",
          case item.kind
            when 'text' then (select row_to_json(t) from (
              select 'Text' as "__typename", ${globalId('Text', 'item.id')} as id, item.title, body from text where id = item.id) t)
            when 'file' then (select row_to_json(t) from (
              select 'File' as "__typename", ${globalId('File', 'item.id')} as id, item.title, description, ${file('file.file_id')} as file
              from file where id = item.id) t)
            when 'image' then (select row_to_json(t) from (
              select 'Image' as "__typename", ${globalId('Image', 'item.id')} as id, item.title, alternative_text as "alternativeText",
                ${file('image.file_id')} as file from image where id = item.id) t)
            when 'video' then (select row_to_json(t) from (
              select 'Video' as "__typename", ${globalId('Video', 'item.id')} as id, item.title, description, ${file('video.file_id')} as upload
              from video where id = item.id) t)
          end as item
        from content join item using (id)
        where module_id = m.id and status = 'published' and deleted_at is null order by position, content.id) c) as contents
      from module m join course on course.id = m.course_id
      where m.id = $1 and m.status = 'published' and m.deleted_at is null and course.deleted_at is null and course.status = 'published'
        and exists (select from enrolment where course_id = course.id and student_id = $2 and left_at is null)) n)))::text as body`,

  reorder: `
    with placed as (
      update module set position = place from unnest($2::uuid[]) with ordinality as wanted (wanted_id, place)
      where id = wanted_id and course_id = $1 and deleted_at is null returning id, place
    )
    select json_build_object('data', json_build_object('reorderModules', json_build_object(
      'course', json_build_object('id', ${globalId('Course', '$1::uuid')}, 'modules',
        (select json_agg(m) from (select ${globalId('Module', 'id')} as id, place as position from placed order by place) m)),
      'userErrors', json_build_array())))::text as body`,

  search: `
    select json_build_object('data', json_build_object('courses', json_build_object('nodes', (select coalesce(json_agg(n), '[]') from (
      select ${globalId('Course', 'c.id')} as id, c.title, c.slug, ${subject} as subject
      from course c join search_courses($1) found on found.course_id = c.id where ${published}
      order by found.relevance desc, c.id limit 20) n))))::text as body`,
};

export type BareStatement = keyof typeof bareStatements;

function file(id: string): string {
  return `(select row_to_json(f) from (select ${globalId('StoredFile', 'id')} as id, name, size, '/files/' || id as url from stored_file where id = ${id}) f)`;
}
