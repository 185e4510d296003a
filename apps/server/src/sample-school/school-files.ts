import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { courseRule } from '@cursus/rules/course';
import { z } from 'zod';
import { packageRoot } from '../package-root.ts';

const person = z.object({
  key: z.string(),
  username: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  /** Who chose none reads in that of the browser: the accounts that anybody may try. */
  language: z.string().nullable(),
  timeZone: z.string().nullable(),
  bio: z.string(),
  group: z.enum(['Administrators', 'Instructors', 'Students']),
  avatar: z.string().optional(),
});

const school = z.object({
  subjects: z.array(z.object({ key: z.string(), title: z.string(), slug: z.string() })),
  people: z.array(person),
  courses: z.array(z.string()),
  enrolments: z.array(
    z.object({ student: z.string(), course: z.string(), daysAgo: z.number(), completed: z.number(), left: z.boolean().optional() }),
  ),
});

const titled = { title: z.string() };
const content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), ...titled, body: z.string() }),
  z.object({ kind: z.literal('file'), ...titled, file: z.string(), description: z.string() }),
  z.object({ kind: z.literal('image'), ...titled, file: z.string(), alternativeText: z.string(), caption: z.string() }),
  z.object({
    kind: z.literal('video'),
    ...titled,
    file: z.string().optional(),
    /** By language. */
    captions: z.record(z.string(), z.string()).optional(),
    poster: z.string().optional(),
    url: z.string().optional(),
    description: z.string(),
  }),
]);

const course = z.object({
  title: z.string(),
  slug: z.string(),
  subject: z.string(),
  owner: z.string(),
  language: z.string(),
  status: z.enum(['draft', 'published', 'archived']),
  image: z.string(),
  overview: z.string(),
  outcomes: courseRule.shape.outcomes.default([]),
  modules: z.array(z.object({ title: z.string(), description: z.string(), contents: z.array(content) })),
});

export type SampleSchool = z.output<typeof school>;
export type SampleCourse = z.output<typeof course>;
export type SampleContent = z.output<typeof content>;

/** Where the sample school lies in the checkout. */
export const sampleFolder = join(packageRoot, 'sample');
export const courseFolder = (slug: string): string => join(sampleFolder, 'courses', slug);

export const readSchool = async (): Promise<SampleSchool> =>
  school.parse(JSON.parse(await readFile(join(sampleFolder, 'school.json'), 'utf8')));

export const readCourse = async (slug: string): Promise<SampleCourse> =>
  course.parse(JSON.parse(await readFile(join(courseFolder(slug), 'course.json'), 'utf8')));

export const readText = (slug: string, name: string): Promise<string> => readFile(join(courseFolder(slug), name), 'utf8');
