import { randomUUID } from 'node:crypto';

import { inject } from 'vitest';

import { askApi, signIn } from './graphql-request.ts';

/** A course that `instructor` has written by the API, for journeys that begin where it is there. */
export interface WrittenCourse {
  readonly id: string;
  readonly title: string;
  readonly slug: string;
  /** Asks the API as its instructor. */
  readonly ask: <Data>(document: string, variables: object) => Promise<Data>;
}

/** Module titles, each with the titles of its texts. */
type Outline = Readonly<Record<string, readonly string[]>>;

/** Writes a course of texts; a draft unless told otherwise. Long ones are not read to their end while a journey looks at them. */
export async function writeCourse(outline: Outline, { isPublished = false, isLong = false } = {}): Promise<WrittenCourse> {
  const url = inject('cursusUrl');
  const token = await signIn(url, 'instructor');
  const ask = <Data>(document: string, variables: object = {}): Promise<Data> => askApi<Data>(url, document, variables, token);

  // The other subjects keep the courses of the sample school alone.
  const { subject } = await ask<{ subject: { id: string } }>('{ subject: subjectBySlug(slug: "histoire") { id } }');
  const input = { subjectId: subject.id, title: `Tides ${randomUUID().slice(0, 8)}`, language: 'en' };
  const { createCourse } = await ask<{ createCourse: { course: Omit<WrittenCourse, 'ask'> } }>(
    'mutation Create($input: CreateCourseInput!) { createCourse(input: $input) { course { id title slug } } }',
    { input },
  );
  const { course } = createCourse;
  for (const [title, texts] of Object.entries(outline)) {
    const { createModule } = await ask<{ createModule: { module: { id: string } } }>(
      'mutation Add($input: CreateModuleInput!) { createModule(input: $input) { module { id } } }',
      { input: { courseId: course.id, title } },
    );
    for (const text of texts) {
      await ask('mutation Add($input: CreateTextInput!) { createText(input: $input) { content { id } } }', {
        input: {
          moduleId: createModule.module.id,
          title: text,
          body: `About ${text}.${isLong ? ' It is told at length.'.repeat(400) : ''}`,
        },
      });
    }
  }
  if (isPublished) {
    await ask('mutation Publish($input: PublishCourseInput!) { publishCourse(input: $input) { course { id } } }', {
      input: { id: course.id },
    });
  }
  return { ...course, ask };
}
