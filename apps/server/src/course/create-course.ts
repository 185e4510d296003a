import { randomUUID } from 'node:crypto';
import { courseRule } from '@cursus/rules/course';
import { slugFromTitle } from '@cursus/rules/slug';
import type { EntityManager } from '@mikro-orm/postgresql';
import { courseFiles, filesInText, referToFiles } from '../file/refer-to-files.ts';
import { ownFile } from '../file/own-file.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { checked } from '../kernel/input-rules.ts';
import { Profile } from '../profile/profile.entity.ts';
import { Course, FormerCourseSlug } from './course.entity.ts';
import type { CreateCourseInput } from './course.input.ts';
import { freeSlug } from './free-slug.ts';
import { knownSubject } from './known-subject.ts';

/** A draft in the viewer's name. A slug that it is given leads to it alone from now on. Gives its id. */
export async function createCourse(em: EntityManager, ownerId: string, input: CreateCourseInput): Promise<string> {
  const language = input.language ?? (await em.findOne(Profile, { userId: ownerId }))?.language ?? 'en';
  const slug = input.slug ?? (await freeSlug(em, slugFromTitle(input.title) || 'course'));
  const fields = checked(courseRule, { ...input, slug, language, overview: input.overview ?? '', outcomes: input.outcomes ?? [] });
  const subjectId = await knownSubject(em, uuidOf('Subject', input.subjectId));
  const imageId = input.imageId ? await ownFile(em, ownerId, { id: input.imageId, use: 'image', path: ['imageId'] }) : null;
  const course = new Course({ id: randomUUID(), ownerId, subjectId, imageId, ...fields });
  await em.nativeDelete(FormerCourseSlug, { slug: course.slug });
  em.persist(course);
  await em.flush();
  const shown = await filesInText(em, courseFiles, { id: null, text: course.overview, by: ownerId, path: ['overview'] });
  await referToFiles(em, courseFiles, course.id, shown);
  return course.id;
}
