import { z } from 'zod';
import { slugRule } from './slug.ts';
import { optionalText, requiredLine } from './text-rules.ts';

/** An ISO 639-1 code: two lower-case letters. */
export const languageRule = z.string().regex(/^[a-z]{2}$/);

export const courseRule = z.object({
  title: requiredLine(200),
  slug: slugRule,
  overview: optionalText(20_000),
  language: languageRule,
});
