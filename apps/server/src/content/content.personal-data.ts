import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { archivedRows, type ArchivedRow, forgetHistoryOfRows, type PersonalData } from '../personal-data/personal-data.ts';
import type { ItemKind } from './item-kind.ts';
import { itemKinds } from './item-kinds.ts';

const kinds: readonly ItemKind[] = itemKinds;
const kindTables = kinds.map(({ kind }) => kind);
const partTables = kinds.flatMap(({ parts = [] }) => parts.map(({ table }) => table));

const ofCourse = ['course', 'former_course_slug', 'course_file'];
const ofContent = ['content', 'content_file', 'item', ...kindTables, ...partTables];

const idsOf = (rows: readonly ArchivedRow[]): string[] => rows.map(({ id }) => String(id));

/** Items with what their kind adds. */
async function archivedItems(db: Db, column: string, ids: readonly string[]): Promise<ArchivedRow[]> {
  const items = await archivedRows(db, 'item', column, ids);
  const parts = await Promise.all(kindTables.map((kind) => archivedRows(db, kind, 'id', idsOf(items))));
  const partOf = new Map(parts.flat().map((part) => [part['id'], part]));
  return items.map((item) => ({ ...item, ...partOf.get(item['id']) }));
}

/** Courses with all that stands in them: what is in the trash as well. */
async function archivedCourses(db: Db, ownerId: string): Promise<ArchivedRow[]> {
  const courses = await archivedRows(db, 'course', 'owner_id', [ownerId]);
  const modules = await archivedRows(db, 'module', 'course_id', idsOf(courses));
  const contents = await archivedRows(db, 'content', 'module_id', idsOf(modules));
  const items = Map.groupBy(await archivedItems(db, 'id', idsOf(contents)), ({ id }) => id);
  const contentsOf = Map.groupBy(
    contents.map((content) => ({ ...content, item: items.get(content['id'])?.[0] ?? null })),
    (content: ArchivedRow) => content['moduleId'],
  );
  const modulesOf = Map.groupBy(
    modules.map((module) => ({ ...module, contents: contentsOf.get(module['id']) ?? [] })),
    (module: ArchivedRow) => module['courseId'],
  );
  return courses.map((course) => ({ ...course, modules: modulesOf.get(course['id']) ?? [] }));
}

/** What somebody wrote in courses of others. */
async function archivedElsewhere(db: Db, ownerId: string): Promise<ArchivedRow[]> {
  const { rows } = await sql<{ id: string }>`select item.id from item join content using (id) join module on module.id = content.module_id
    join course on course.id = module.course_id where item.owner_id = ${ownerId} and course.owner_id <> ${ownerId}`.execute(db);
  return archivedItems(
    db,
    'id',
    rows.map(({ id }) => id),
  );
}

const idsIn = async (db: Db, table: string, column: string, parentIds: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{
    id: string;
  }>`select id from ${sql.table(table)} where ${sql.ref(column)} = any (cast(${parentIds} as uuid[]))`.execute(db);
  return rows.map(({ id }) => id);
};

/** Courses, and what somebody wrote in those of others. Courses with students were handed over before, or nothing is erased. */
export const contentData: PersonalData = {
  tables: [...ofCourse, 'module', ...ofContent],
  archive: {
    courses: (db, { id }) => archivedCourses(db, id),
    'contents-elsewhere': (db, { id }) => archivedElsewhere(db, id),
  },
  erase: async (db, { id }) => {
    const courseIds = await idsIn(db, 'course', 'owner_id', [id]);
    const moduleIds = await idsIn(db, 'module', 'course_id', courseIds);
    const contentIds = await idsIn(db, 'content', 'module_id', moduleIds);
    await sql`delete from course where id = any (cast(${courseIds} as uuid[]))`.execute(db);
    for (const table of ofCourse) await forgetHistoryOfRows(db, table, courseIds);
    await forgetHistoryOfRows(db, 'module', moduleIds);
    for (const table of ofContent) await forgetHistoryOfRows(db, table, contentIds);
  },
  stays: 'What was written in courses of others, without its writer’s name; courses that were handed over.',
};
