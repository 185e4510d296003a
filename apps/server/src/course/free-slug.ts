import { reservedCourseSlugs } from '@cursus/rules/course';
import { slugMaxLength } from '@cursus/rules/slug';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Of a hyphen and six digits: a number that no title reaches. */
const longestSuffix = 7;

/**
 * A slug that leads to no course: `base`, with a number when it is taken. Proposals wait for each other's commit, so that nobody is
 * refused a slug that they did not choose.
 */
export async function freeSlug(em: EntityManager, base: string): Promise<string> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('course_slug'))`);
  const alike = `${base.slice(0, slugMaxLength - longestSuffix)}%`;
  const { rows } = await sql<{ slug: string }>`select slug from course where deleted_at is null and slug like ${alike}
    union all select slug from former_course_slug where slug like ${alike}`.execute(em.getKysely());
  const taken = new Set([...reservedCourseSlugs, ...rows.map(({ slug }) => slug)]);
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `-${number}`;
    const slug = base.slice(0, slugMaxLength - suffix.length).replace(/-+$/, '') + suffix;
    if (!taken.has(slug)) return slug;
  }
}
