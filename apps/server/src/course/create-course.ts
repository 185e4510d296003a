import { randomUUID } from 'node:crypto';
import { courseRule, reservedCourseSlugs } from '@cursus/rules/course';
import { slugFromTitle, slugMaxLength } from '@cursus/rules/slug';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { ownFile } from '../file/own-file.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { checked } from '../kernel/input-rules.ts';
import { Profile } from '../profile/profile.entity.ts';
import { Course, FormerCourseSlug } from './course.entity.ts';
import type { CreateCourseInput } from './course.input.ts';
import { knownSubject } from './known-subject.ts';

/** Of a hyphen and six digits: a number that no title reaches. */
const longestSuffix = 7;

/**
 * A slug that leads to no course: that of the title, with a number when it is taken. Proposals wait for each other's commit, so that
 * nobody is refused a slug that they did not choose.
 */
async function freeSlug(em: EntityManager, title: string): Promise<string> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('course_slug'))`);
  const base = slugFromTitle(title) || 'course';
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

/** A draft in the viewer's name. A slug that it is given leads to it alone from now on. Gives its id. */
export async function createCourse(em: EntityManager, ownerId: string, input: CreateCourseInput): Promise<string> {
  const language = input.language ?? (await em.findOne(Profile, { userId: ownerId }))?.language;
  const slug = input.slug ?? (await freeSlug(em, input.title));
  const fields = checked(courseRule, { ...input, slug, language, overview: input.overview ?? '', outcomes: input.outcomes ?? [] });
  const subjectId = await knownSubject(em, uuidOf('Subject', input.subjectId));
  const imageId = input.imageId ? await ownFile(em, ownerId, { id: input.imageId, use: 'image', path: ['imageId'] }) : null;
  const course = new Course({ id: randomUUID(), ownerId, subjectId, imageId, ...fields });
  await em.nativeDelete(FormerCourseSlug, { slug: course.slug });
  em.persist(course);
  return course.id;
}
