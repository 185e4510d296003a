import { Migration } from '@mikro-orm/migrations';

/** As before, and two letters of a short word the wrong way round are one mistake: `nigth` is `night`. */
const resembling = `
create or replace function search_words_like(asked text) returns setof text stable language sql
set pg_trgm.word_similarity_threshold = 0.25
as $$
  select word from search_word
  cross join lateral (values (left(word, length(asked)))) as beginning (letters)
  where length(asked) between 4 and 40 and word %> asked
  and least(levenshtein_less_equal(word, asked, 2), levenshtein_less_equal(letters, asked, 2))
    <= case when length(asked) >= 6 or letters_in_order(letters) = letters_in_order(asked) then 2 else 1 end
  order by word_similarity(asked, word) desc, word limit 20
$$;
`;

const order = `
create function letters_in_order(word text) returns text immutable language sql as $$
  select string_agg(letter, '' order by letter) from string_to_table(word, null) as letter
$$;
`;

/** As before, and a course that holds the words themselves comes before one in which a longer word begins like them: `star`, not `start`. */
const search = `
create or replace function search_courses(asked text) returns table (course_id uuid, relevance bigint) stable language sql as $$
  with queries as materialized (
    select configuration, search_query(configuration::regconfig, asked) as query,
      plainto_tsquery(configuration::regconfig, search_words(asked)) || plainto_tsquery('simple', search_words(asked)) as whole
    from unnest(array['danish', 'german', 'english', 'spanish', 'french', 'italian', 'dutch', 'norwegian', 'portuguese', 'swedish', 'simple'])
      as configuration
  ),
  exact as materialized (
    select found.course_id, ((ts_rank(found.vector, query) + ts_rank(found.vector, whole)) * 1e6)::bigint as relevance
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
`;

export class Migration20261127183900_search_whole_words extends Migration {
  override up(): void {
    for (const sql of [order, resembling, search]) this.addSql(sql);
  }
}
