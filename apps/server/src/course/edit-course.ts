import { courseRule } from '@cursus/rules/course';
import type { EntityManager } from '@mikro-orm/postgresql';
import { courseFiles, filesInText, referToFiles } from '../file/refer-to-files.ts';
import { ownFile } from '../file/own-file.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { checked, given } from '../kernel/input-rules.ts';
import { revise } from '../revision/revise.ts';
import { type Course, FormerCourseSlug } from './course.entity.ts';
import type { UpdateCourseInput } from './course.input.ts';
import { knownSubject } from './known-subject.ts';
import { lockCourse } from './lock-course.ts';
import { tellStructure } from './structure-event.ts';

/** Remembers the slug that a course gives up, and forgets the new one as anybody's former slug: it is in use again. */
async function rememberSlug(em: EntityManager, course: Course, slug: string): Promise<void> {
  if (slug === course.slug) return;
  await em.nativeDelete(FormerCourseSlug, { slug: { $in: [slug, course.slug] } });
  em.persist(new FormerCourseSlug({ slug: course.slug, courseId: course.id }));
  course.slug = slug;
}

/** Changes what the input names. `viewerId` is who edits: a new picture must be theirs. */
export async function editCourse(em: EntityManager, viewerId: string, input: UpdateCourseInput): Promise<void> {
  const course = await lockCourse(em, uuidOf('Course', input.id));
  revise(course, 'Course', { ...input, by: viewerId });
  const { slug, ...fields } = checked(courseRule.partial(), given(input));
  Object.assign(course, fields);
  if (slug !== undefined) await rememberSlug(em, course, slug);
  if (input.subjectId) course.subjectId = await knownSubject(em, uuidOf('Subject', input.subjectId));
  if (input.imageId === null) course.imageId = null;
  if (input.imageId)
    course.imageId = await ownFile(em, viewerId, { id: input.imageId, use: 'image', path: ['imageId'], present: course.imageId });
  if (fields.overview !== undefined) {
    const shown = await filesInText(em, courseFiles, { id: course.id, text: fields.overview, by: viewerId, path: ['overview'] });
    await referToFiles(em, courseFiles, course.id, shown);
  }
  await tellStructure(em, course.id);
}
