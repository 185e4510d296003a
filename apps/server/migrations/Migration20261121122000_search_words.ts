import { Migration } from '@mikro-orm/migrations';

/**
 * Mistyped words are looked for among all words of the catalogue, those of overviews included: short texts, so the trigram index tells
 * quickly. Words that no course holds any more stay; they find nothing.
 */
const words = `
create table search_word (
  word text primary key
);
create index search_word_trigram_idx on search_word using gin (word gin_trgm_ops) with (fastupdate = off);

drop index course_search_titles_idx;
alter table course_search drop column titles;
drop function resembles_each;

create or replace function refresh_course_search(course_ids uuid[]) returns void language sql as $$
  delete from course_search using course
    where course.id = course_search.course_id and course.id = any (course_ids)
    and (course.status <> 'published' or course.deleted_at is not null);
  with present as materialized (
    select course.*, search_configuration(course.language)::regconfig as configuration, modules.titles as module_titles
    from course cross join lateral (
      select coalesce(string_agg(module.title, ' ' order by module.position), '') as titles
      from module where module.course_id = course.id and module.status = 'published' and module.deleted_at is null
    ) modules
    where course.id = any (course_ids) and course.status = 'published' and course.deleted_at is null
  ),
  lexicon as (
    insert into search_word (word)
      select distinct word from present
        cross join string_to_table(search_words(concat_ws(' ', title, module_titles, overview)), ' ') as word
      where length(word) between 4 and 40 and not exists (select from search_word known where known.word = word.word)
      order by word
      on conflict do nothing
  )
  insert into course_search (course_id, configuration, vector)
    select id, configuration, search_vector(configuration, title, 'A') || search_vector(configuration, module_titles, 'B')
      || search_vector(configuration, overview, 'C')
    from present
    on conflict (course_id) do update set configuration = excluded.configuration, vector = excluded.vector;
$$;
`;

/**
 * First the courses that hold every word asked for, the last one perhaps unfinished. Only when there are none, those that hold for each
 * word itself or one that resembles it: two letters wrong at most, one in a short word; the beginning of a word counts as the word, and
 * words of three letters or fewer do not count.
 */
const search = `
create function search_words_like(asked text) returns setof text stable language sql
set pg_trgm.word_similarity_threshold = 0.25
as $$
  select word from search_word
  where length(asked) between 4 and 40 and word %> asked
  and least(levenshtein_less_equal(word, asked, 2), levenshtein_less_equal(left(word, length(asked)), asked, 2))
    <= case when length(asked) < 6 then 1 else 2 end
  order by word_similarity(asked, word) desc, word limit 20
$$;

create or replace function search_courses(asked text) returns table (course_id uuid, relevance bigint) stable language sql as $$
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
  corrected as materialized (
    select to_tsquery('simple', string_agg('(' || concat_ws(' | ', word || ':*', likely) || ')', ' & ')) as query
    from string_to_table(search_words(asked), ' ') as word
      cross join lateral (select string_agg(found, ' | ') as likely from search_words_like(word) as found) alternatives
    where length(word) > 3 and not exists (select from exact)
  )
  select exact.course_id, exact.relevance from exact
  union all
  select close.course_id, (ts_rank(close.vector, query) * 1e6)::bigint
  from corrected cross join lateral (select * from course_search where vector @@ query offset 0) close
$$;

select refresh_course_search(array(select id from course));
`;

export class Migration20261121122000_search_words extends Migration {
  override up(): void {
    for (const sql of [words, search]) this.addSql(sql);
  }
}
