import { z } from 'zod';
import { slugRule } from './slug.ts';
import { optionalText, requiredLine } from './text-rules.ts';

/** An ISO 639-1 code: two lower-case letters. */
export const languageRule = z.string().regex(/^[a-z]{2}$/);

/** Characters of what is searched for; more is no question any more. */
export const searchMaxLength = 200;

export const courseRule = z.object({
  title: requiredLine(200),
  slug: slugRule,
  overview: optionalText(20_000),
  language: languageRule,
});
