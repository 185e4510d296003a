import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { CourseRow } from '../course/course.queries.ts';
import { isAny } from '../kernel/any-of.ts';
import { foundByStudents } from './broken-links.queries.ts';
import { targetsOf } from './link-target.ts';
import { PublishingProblemCode as Code } from './publishing-problem.ts';
import { type Addresses, readMarkdown } from './read-markdown.ts';

const mostProblems = 200;
/** Characters of texts that are parsed for one checklist: about two seconds of work, in pieces. */
const mostText = 2_000_000;

/** A problem and its place, by ids. */
export interface FoundProblem {
  readonly code: Code;
  readonly moduleId: string | null;
  readonly contentId: string | null;
  readonly detail: string | null;
}

interface ModuleFacts {
  readonly id: string;
  readonly contents: number;
  readonly isLockIdle: boolean;
}

interface ContentFacts {
  readonly id: string;
  readonly moduleId: string;
  readonly isEmptyText: boolean;
  readonly lacksCaptions: boolean;
  readonly isLockIdle: boolean;
}

const isVisible = (table: 'module' | 'content') =>
  sql<boolean>`(${sql.ref(`${table}.deleted_at`)} is null and ${sql.ref(`${table}.status`)} = 'published')`;

/** What it waits for keeps nothing locked: students do not see it, or there is nothing in it. */
const isLockIdle = (table: 'module' | 'content') => sql<boolean>`(${sql.ref(`${table}.after_module_id`)} is not null and not exists (
  select from content as asked join module as first on first.id = asked.module_id
  where first.id = ${sql.ref(`${table}.after_module_id`)} and first.deleted_at is null and first.status = 'published'
  and asked.deleted_at is null and asked.status = 'published'))`;

async function modulesOf(ctx: Context, courseId: string): Promise<ModuleFacts[]> {
  const { rows } = await sql<ModuleFacts>`select module.id, ${isLockIdle('module')} as "isLockIdle",
      (select count(*)::int from content where content.module_id = module.id and ${isVisible('content')}) as contents
    from module where module.course_id = ${courseId} and ${isVisible('module')} order by module.position`.execute(ctx.db);
  return rows;
}

async function contentsOf(ctx: Context, moduleIds: readonly string[]): Promise<ContentFacts[]> {
  const { rows } = await sql<ContentFacts>`select content.id, content.module_id as "moduleId", ${isLockIdle('content')} as "isLockIdle",
      coalesce(text.body !~ '[^[:space:]]', false) as "isEmptyText",
      (video.file_id is not null and not exists (select from video_captions where video_id = video.id)) is true as "lacksCaptions"
    from content left join text on text.id = content.id left join video on video.id = content.id
    where ${isAny('content.module_id', moduleIds)} and ${isVisible('content')} order by content.position`.execute(ctx.db);
  return rows;
}

interface ReadText {
  readonly contentId: string | null;
  readonly addresses: Addresses;
}

/** Texts that may hold a link or a picture, the first of them up to the bound; parsed one at a time, so that others are served between. */
async function readTexts(
  ctx: Context,
  overview: string,
  contentIds: readonly string[],
): Promise<{ texts: ReadText[]; isComplete: boolean }> {
  const { rows } = await sql<{ id: string; body: string | null }>`
    select id, case when sum(length(body)) over (order by id) <= ${mostText} then body end as body
    from text where ${isAny('id', contentIds)} and body ~ '[][<]|://|www[.]'`.execute(ctx.db);
  const texts: ReadText[] = [{ contentId: null, addresses: readMarkdown(overview) }];
  for (const { id, body } of rows) {
    if (body === null) continue;
    await setImmediate();
    texts.push({ contentId: id, addresses: readMarkdown(body) });
  }
  return { texts, isComplete: rows.every(({ body }) => body !== null) };
}

async function problemsOfTexts(ctx: Context, courseId: string, texts: readonly ReadText[]): Promise<Omit<FoundProblem, 'moduleId'>[]> {
  const { PUBLIC_URL } = ctx.services.env;
  const links = texts.flatMap(({ contentId, addresses }) =>
    addresses.all.map((detail) => ({ contentId, detail, targets: targetsOf(detail, PUBLIC_URL) })),
  );
  const isFound = await foundByStudents(
    ctx,
    courseId,
    links.flatMap(({ targets }) => targets),
  );
  return [
    ...texts.flatMap(({ contentId, addresses }) =>
      addresses.withoutAlternative.map((detail) => ({ code: Code.IMAGE_WITHOUT_ALTERNATIVE, contentId, detail })),
    ),
    ...links
      .filter(({ targets }) => !targets.every(isFound))
      .map(({ contentId, detail }) => ({ code: Code.LINK_BROKEN, contentId, detail })),
  ];
}

const at = (code: Code, moduleId: string | null = null, contentId: string | null = null): FoundProblem => ({
  code,
  moduleId,
  contentId,
  detail: null,
});

/** What is to be mended in a course before students read it, in the order of the course; the number of statements is fixed. */
export async function checklistOf(ctx: Context, course: CourseRow): Promise<{ problems: FoundProblem[]; isComplete: boolean }> {
  const overview = course.overview ?? '';
  const modules = await modulesOf(ctx, course.id);
  const contents = await contentsOf(
    ctx,
    modules.map(({ id }) => id),
  );
  const { texts, isComplete } = await readTexts(
    ctx,
    overview,
    contents.map(({ id }) => id),
  );
  const inTexts = Map.groupBy(await problemsOfTexts(ctx, course.id, texts), ({ contentId }) => contentId);
  const inModules = Map.groupBy(contents, ({ moduleId }) => moduleId);

  const problems = [
    ...(contents.length === 0 ? [at(Code.NOTHING_TO_READ)] : []),
    ...(overview.trim() === '' ? [at(Code.OVERVIEW_EMPTY)] : []),
    ...(course.imageId === null ? [at(Code.PICTURE_MISSING)] : []),
    ...(inTexts.get(null) ?? []).map((problem) => ({ ...problem, moduleId: null })),
    ...modules.flatMap((module) => [
      ...(module.contents === 0 ? [at(Code.MODULE_EMPTY, module.id)] : []),
      ...(module.isLockIdle ? [at(Code.LOCK_WITHOUT_EFFECT, module.id)] : []),
      ...(inModules.get(module.id) ?? []).flatMap((content) => [
        ...(content.isEmptyText ? [at(Code.TEXT_EMPTY, module.id, content.id)] : []),
        ...(content.lacksCaptions ? [at(Code.VIDEO_WITHOUT_CAPTIONS, module.id, content.id)] : []),
        ...(content.isLockIdle ? [at(Code.LOCK_WITHOUT_EFFECT, module.id, content.id)] : []),
        ...(inTexts.get(content.id) ?? []).map((problem) => ({ ...problem, moduleId: module.id })),
      ]),
    ]),
  ];
  return { problems: problems.slice(0, mostProblems), isComplete: isComplete && problems.length <= mostProblems };
}
