import { Client } from 'pg';
import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';
import { CourseStatus } from './course.entity.ts';

const school = await openSchool();
const make = new Factory(school);

const Search = graphql(`
  query CourseSearch($search: String, $first: Int, $after: String, $filter: CourseFilter, $orderBy: [CourseOrder!]) {
    courses(search: $search, first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes {
        title
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const Change = graphql(`
  mutation CourseSearchChange($course: UpdateCourseInput!, $module: UpdateModuleInput!) {
    updateCourse(input: $course) {
      userErrors {
        code
      }
    }
    updateModule(input: $module) {
      userErrors {
        code
      }
    }
  }
`);

const owner = await make.user('Instructors');
const subject = await make.subject({ slug: 'mathematics' });
const algebra = await make.course(owner, {
  title: 'Algèbre linéaire',
  language: 'fr',
  subjectId: subject.uuid,
  overview: 'L’art des matrices : **déterminants**, équations.',
});
await make.module(algebra, 1, { title: 'Espaces vectoriels' });
await make.module(algebra, 2, { title: 'Brouillon caché', status: PublicationStatus.DRAFT });
await make.module(algebra, 3, { title: 'Chapitre jeté', deletedAt: new Date() });
await make.course(owner, { title: 'Physique des ondes', language: 'fr' });
await make.course(owner, { title: 'Premiers pas en Python', language: 'fr', overview: 'Pour la physique aussi.' });
await make.course(owner, { title: 'Learning to think', language: 'en' });
await make.course(owner, { title: 'Comets', language: 'en', overview: 'Ice on long ways around a star.' });
await make.course(owner, { title: 'Carpentry', language: 'en', overview: 'How to start with wood.' });
await make.course(owner, { title: 'Wyrażenia żółte', language: 'pl' });
await make.course(owner, { title: 'Brouillon de physique', language: 'fr', status: CourseStatus.DRAFT });
await make.course(owner, { title: 'Archives de physique', language: 'fr', status: CourseStatus.ARCHIVED });
await make.course(owner, { title: 'Physique jetée', language: 'fr', deletedAt: new Date() });

async function found(search: string): Promise<string[]> {
  const { courses } = await school.nobody.data(Search, { search });
  expect(courses.totalCount).toBe(courses.nodes.length);
  return courses.nodes.map(({ title }) => title);
}

test.each([
  ['algebre', 'accents', ['Algèbre linéaire']],
  ['ALGÈBRE', 'case', ['Algèbre linéaire']],
  ['l’algèbre', 'an elided article', ['Algèbre linéaire']],
  ['déterminant', 'the stem of a plural in the overview', ['Algèbre linéaire']],
  ['espace vectoriel', 'the title of a module', ['Algèbre linéaire']],
  ['think', 'English stems', ['Learning to think']],
  ['zolt', 'a language without stems', ['Wyrażenia żółte']],
  ['alg', 'a word that is being typed', ['Algèbre linéaire']],
  ['physique', 'the title before the overview', ['Physique des ondes', 'Premiers pas en Python']],
  ['phyisque', 'two letters the wrong way round', ['Physique des ondes', 'Premiers pas en Python']],
  ['Stars', 'the word itself before a longer one', ['Comets', 'Carpentry']],
  ['comtes', 'two letters of a word the wrong way round', ['Comets']],
  ['wodo', 'two letters of a short word the wrong way round', ['Carpentry']],
  ['odow', 'no short word of which more is wrong', []],
  ['pyton', 'a letter left out', ['Premiers pas en Python']],
  ['algebra linear', 'words that resemble in any order', ['Algèbre linéaire']],
  ['determinnat des matirces', 'mistakes in words of the overview', ['Algèbre linéaire']],
  ['les ondes', 'a little word that no title has', ['Physique des ondes']],
  ['python ondes', 'all the words, not any', []],
  ['quantum', 'nothing that only looks a little alike', []],
  ['brouillon', 'no draft of a course or module', []],
  ['chapitre', 'nothing from the trash', []],
  ['!?', 'no words at all', []],
  [`' & | ! :* \\ <->`, 'signs that mean something to the database', []],
])('%s: %s', async (search, _, titles) => {
  expect(await found(search)).toEqual(titles);
});

test('nothing asked for is the whole catalogue; too much is BAD_USER_INPUT', async () => {
  expect(await found(' ')).toHaveLength(7);
  const { errors } = await school.nobody.run(Search, { search: 'x'.repeat(201) });
  expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('a search is filtered, ordered and paged as any list of courses', async () => {
  const filtered = await school.nobody.data(Search, { search: 'physique', filter: { subjectSlug: 'mathematics' } });
  expect(filtered.courses).toMatchObject({ totalCount: 0, nodes: [] });
  const ordered = await school.nobody.data(Search, { search: 'physique', orderBy: [{ field: 'TITLE', direction: 'DESC' }] });
  expect(ordered.courses.nodes.map(({ title }) => title)).toEqual(['Premiers pas en Python', 'Physique des ondes']);
  const first = await school.nobody.data(Search, { search: 'physique', first: 1 });
  expect(first.courses).toMatchObject({ totalCount: 2, nodes: [{ title: 'Physique des ondes' }], pageInfo: { hasNextPage: true } });
  const second = await school.nobody.data(Search, { search: 'physique', first: 1, after: first.courses.pageInfo.endCursor });
  expect(second.courses).toMatchObject({ nodes: [{ title: 'Premiers pas en Python' }], pageInfo: { hasNextPage: false } });
});

test('the next search knows what has changed: titles, status, trash', async () => {
  const course = await make.course(owner, { title: 'Zoologie', language: 'fr' });
  const module = await make.module(course, 1, { title: 'Mammifères' });
  const caller = await school.as(owner.uuid);
  await caller.data(Change, { course: { id: course.id, title: 'Botanique' }, module: { id: module.id, title: 'Fougères' } });
  expect([await found('zoologie'), await found('mammifere')]).toEqual([[], []]);
  expect([await found('botanique'), await found('fougere')]).toEqual([['Botanique'], ['Botanique']]);
  await school.db.updateTable('module').set({ deleted_at: new Date() }).where('id', '=', module.uuid).execute();
  expect(await found('fougere')).toEqual([]);
  await school.db.updateTable('course').set({ status: CourseStatus.DRAFT }).where('id', '=', course.uuid).execute();
  expect(await found('botanique')).toEqual([]);
  await school.db.updateTable('course').set({ status: CourseStatus.PUBLISHED }).where('id', '=', course.uuid).execute();
  expect(await found('botanique')).toEqual(['Botanique']);
});

test('a search is two statements, page and count, whatever it finds', async () => {
  for (const search of ['physique', 'phyisque', 'nothing at all']) {
    const statements = await school.statements(() => school.nobody.run(Search, { search }));
    expect(statements).toHaveLength(2);
  }
});

/** The plans of the statements inside the search, as PostgreSQL tells them. */
async function plansOf(search: string): Promise<string> {
  const client = new Client({ connectionString: school.services.env.DATABASE_URL });
  const plans: string[] = [];
  client.on('notice', ({ message }) => plans.push(message ?? ''));
  await client.connect();
  await client.query(`load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
    set client_min_messages = log`);
  await client.query('select * from search_courses($1)', [search]);
  await client.end();
  return plans.filter((plan) => /Scan on (?:course_search|search_word)/.test(plan)).join('\n');
}

/** Many rows at once take longer than one statement of a request may. */
async function fill(): Promise<void> {
  const client = new Client({ connectionString: school.services.env.DATABASE_URL });
  await client.connect();
  await client.query(
    `insert into course (id, owner_id, subject_id, title, slug, overview, language, status, published_at)
    select gen_random_uuid(), $1, $2, md5(n::text), 'many-' || n, repeat(md5(n::text) || ' ', 20), 'fr', 'published', now()
    from generate_series(1, 1500) n`,
    [owner.uuid, subject.uuid],
  );
  await client.query('insert into search_word select md5(n::text) from generate_series(1501, 20000) n');
  await client.query('analyze course_search, search_word');
  await client.end();
}

test('among many courses the words, and those that resemble them, are found by an index', async () => {
  await fill();
  const plans = await plansOf('phyisque');
  expect(plans).toContain('Bitmap Index Scan on course_search_vector_idx');
  expect(plans).toContain('Bitmap Index Scan on search_word_trigram_idx');
  expect(plans).not.toContain('Seq Scan');
});
