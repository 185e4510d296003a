import { Migration } from '@mikro-orm/migrations';

/**
 * What is compared: words without accents, case and punctuation, the same way in courses and in what is asked. Words are stemmed as the
 * course's language asks; languages without a stemmer are taken as they are.
 */
const words = `
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

create function search_words(value text) returns text stable language sql as $$
  select trim(regexp_replace(lower(unaccent(value)), '[^[:alnum:]]+', ' ', 'g'))
$$;

create function search_configuration(language text) returns text immutable language sql as $$
  select case language
    when 'da' then 'danish' when 'de' then 'german' when 'en' then 'english' when 'es' then 'spanish' when 'fr' then 'french'
    when 'it' then 'italian' when 'nl' then 'dutch' when 'no' then 'norwegian' when 'pt' then 'portuguese' when 'sv' then 'swedish'
    else 'simple' end
$$;

create function search_vector(configuration regconfig, value text, weight "char") returns tsvector stable language sql as $$
  select setweight(to_tsvector(configuration, search_words(value)) || to_tsvector('simple', search_words(value)), weight)
$$;

create function search_query(configuration regconfig, asked text) returns tsquery stable language sql as $$
  select to_tsquery(configuration, expression) || to_tsquery('simple', expression)
  from replace(search_words(asked), ' ', ' & ') as words, concat(words, ':*') as expression where words <> ''
$$;
`;

/**
 * The catalogue as a search sees it: published courses alone, their modules that everybody sees. Kept by triggers, whatever way a course
 * changes; apart from the course, so that the audit log does not hold it.
 */
const table = `
create table course_search (
  course_id uuid primary key references course on delete cascade,
  configuration text not null,
  vector tsvector not null,
  titles text not null
);
create index course_search_vector_idx on course_search using gin (vector) with (fastupdate = off);
create index course_search_titles_idx on course_search using gin (titles gin_trgm_ops) with (fastupdate = off);

create function refresh_course_search(course_ids uuid[]) returns void language sql as $$
  delete from course_search using course
    where course.id = course_search.course_id and course.id = any (course_ids)
    and (course.status <> 'published' or course.deleted_at is not null);
  insert into course_search (course_id, configuration, vector, titles)
    select course.id, configuration,
      search_vector(configuration::regconfig, course.title, 'A') || search_vector(configuration::regconfig, modules.titles, 'B')
        || search_vector(configuration::regconfig, course.overview, 'C'),
      search_words(course.title || ' ' || modules.titles)
    from course cross join search_configuration(course.language) as configuration cross join lateral (
      select coalesce(string_agg(module.title, ' ' order by module.position), '') as titles
      from module where module.course_id = course.id and module.status = 'published' and module.deleted_at is null
    ) modules
    where course.id = any (course_ids) and course.status = 'published' and course.deleted_at is null
    on conflict (course_id) do update set configuration = excluded.configuration, vector = excluded.vector, titles = excluded.titles;
$$;

create function refresh_search_of_course() returns trigger language plpgsql as $$
begin
  perform refresh_course_search(array[new.id]);
  return null;
end $$;
create trigger course_search after insert or update of title, overview, language, status, deleted_at on course
  for each row execute function refresh_search_of_course();

create function refresh_search_of_modules() returns trigger language plpgsql as $$
declare
  course_ids uuid[];
begin
  if tg_op = 'UPDATE' then
    select array_agg(distinct now.course_id) into course_ids from now join before using (id)
      where (now.title, now.status, now.deleted_at) is distinct from (before.title, before.status, before.deleted_at);
  else
    select array_agg(distinct now.course_id) into course_ids from now;
  end if;
  if course_ids is not null then
    perform refresh_course_search(course_ids);
  end if;
  return null;
end $$;
create trigger course_search_added after insert on module
  referencing new table as now for each statement execute function refresh_search_of_modules();
create trigger course_search_changed after update on module
  referencing old table as before new table as now for each statement execute function refresh_search_of_modules();
create trigger course_search_removed after delete on module
  referencing old table as now for each statement execute function refresh_search_of_modules();
`;

/**
 * First the courses that hold every word asked for, the last one perhaps unfinished; only when there are none, those with a title that
 * resembles every word. The trigram index finds what resembles the longest word, the edit distance judges: two letters wrong, at most.
 */
const search = `
create function resembles_each(titles text, asked text[]) returns boolean immutable language sql as $$
  select not exists (
    select from unnest(asked) as word where length(word) > 3 and not exists (
      select from string_to_table(titles, ' ') as title
      where least(
        levenshtein_less_equal(left(title, 40), left(word, 40), 2),
        levenshtein_less_equal(left(title, length(left(word, 40))), left(word, 40), 2)
      ) <= case when length(word) < 6 then 1 else 2 end
    )
  )
$$;

create function search_courses(asked text) returns table (course_id uuid, relevance bigint) stable language sql
set pg_trgm.word_similarity_threshold = 0.25
as $$
  with queries as materialized (
    select configuration, search_query(configuration::regconfig, asked) as query
    from unnest(array['danish', 'german', 'english', 'spanish', 'french', 'italian', 'dutch', 'norwegian', 'portuguese', 'swedish', 'simple'])
      as configuration
  ),
  exact as materialized (
    select found.course_id, (ts_rank(found.vector, query) * 1e6)::bigint as relevance
    from queries cross join lateral (
      select * from course_search where vector @@ query and course_search.configuration = queries.configuration offset 0
    ) found
  ),
  wanted as materialized (
    select words, (select word from unnest(words) as word order by length(word) desc limit 1) as longest
    from string_to_array(search_words(asked), ' ') as words where not exists (select from exact)
  )
  select exact.course_id, exact.relevance from exact
  union all
  select close.course_id, (word_similarity(array_to_string(words, ' '), close.titles) * 1e6)::bigint
  from wanted cross join lateral (select * from course_search where titles %> longest offset 0) close
  where length(longest) > 3 and resembles_each(close.titles, words)
$$;

select refresh_course_search(array(select id from course));
`;

export class Migration20261121110000_course_search extends Migration {
  override up(): void {
    for (const sql of [words, table, search]) this.addSql(sql);
  }
}
