import { z } from 'zod';

export const slugMaxLength = 80;

/** Lower-case letters, digits and single hyphens between them. */
export const slugRule = z
  .string()
  .trim()
  .min(1)
  .max(slugMaxLength)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };

/** The slug proposed for a title: accents go, everything else becomes a hyphen. Empty when the title has no Latin letter or digit. */
export function slugFromTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[œæßøłđ]/g, (letter) => ligatures[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, slugMaxLength)
    .replace(/^-+|-+$/g, '');
}
