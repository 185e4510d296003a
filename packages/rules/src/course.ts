import { z } from 'zod';
import { slugRule } from './slug.ts';
import { optionalText, requiredLine } from './text-rules.ts';

/** An ISO 639-1 code: two lower-case letters. */
export const languageRule = z.string().regex(/^[a-z]{2}$/);

/** Slugs that addresses of the application need for themselves: `/teach/new` is where a course is created. */
export const reservedCourseSlugs: readonly string[] = ['new'];

/** What one will learn in a course: a glance, not a second overview. */
export const outcomeMaxLength = 160;
export const outcomeMaxCount = 12;

export const courseRule = z.object({
  title: requiredLine(200),
  slug: slugRule.refine((slug) => !reservedCourseSlugs.includes(slug)),
  overview: optionalText(20_000),
  language: languageRule,
  outcomes: z.array(requiredLine(outcomeMaxLength)).max(outcomeMaxCount),
});
