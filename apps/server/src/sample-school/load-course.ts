import { join } from 'node:path';
import type { CourseStatus } from '../course/course.entity.ts';
import { loadContent } from './load-contents.ts';
import { personId } from './load-people.ts';
import { keepSampleFile } from './sample-files.ts';
import { addRows, sampleId } from './sample-rows.ts';
import { daysBefore, type SampleScope } from './sample-scope.ts';
import { courseFolder, readCourse, readText } from './school-files.ts';

export const subjectId = (key: string): string => sampleId('subject', key);
export const courseId = (slug: string): string => sampleId('course', slug);

/** A course with all that stands in it. `age` tells how many days ago it was published. Gives its contents' ids in their order. */
export async function loadCourse(scope: SampleScope, slug: string, age: number): Promise<string[]> {
  const course = await readCourse(slug);
  const ownerId = personId(course.owner);
  const image = { path: join(courseFolder(slug), course.image), key: `${slug}/${course.image}`, use: 'image', ownerId } as const;
  const createdAt = daysBefore(scope.now, age + 20);
  await addRows(scope.db, 'course', [
    {
      id: courseId(slug),
      owner_id: ownerId,
      subject_id: subjectId(course.subject),
      title: course.title,
      slug,
      overview: await readText(slug, course.overview),
      outcomes: course.outcomes,
      language: course.language,
      image_id: await keepSampleFile(scope, image),
      status: course.status as CourseStatus,
      published_at: course.status === 'draft' ? null : daysBefore(scope.now, age),
      created_at: createdAt,
      updated_at: createdAt,
    },
  ]);
  const contentIds: string[] = [];
  for (const [at, { title, description, contents }] of course.modules.entries()) {
    const moduleId = sampleId('module', slug, String(at));
    await addRows(scope.db, 'module', [{ id: moduleId, course_id: courseId(slug), title, description, position: at + 1 }]);
    for (const [place, content] of contents.entries()) {
      const id = sampleId('content', slug, String(at), String(place));
      await loadContent(scope, { id, moduleId, position: place + 1, ownerId, course: slug }, content);
      contentIds.push(id);
    }
  }
  return contentIds;
}
