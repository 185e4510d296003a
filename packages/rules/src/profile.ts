import { z } from 'zod';
import { languageRule } from './course.ts';
import { optionalText, requiredLine } from './text-rules.ts';
import { isTimeZone } from './time-zone.ts';

export const bioMaxLength = 2_000;
const phoneMaxLength = 40;
const phoneDigits = { least: 4, most: 20 };

/** A name of a person, 1 to 100 characters on one line: nothing in it may begin another line, in a mail's head or anywhere else. */
export const personNameRule = requiredLine(100).regex(/^\P{Control}*$/u);

/** A number as people write it, or none: digits, with '+' before and spaces, dots, hyphens, slashes and brackets between them. */
const phoneRule = z
  .string()
  .trim()
  .max(phoneMaxLength)
  .refine((phone) => {
    const digits = phone.replace(/\D/g, '').length;
    return phone === '' || (/^\+?[\d ()./-]+$/.test(phone) && digits >= phoneDigits.least && digits <= phoneDigits.most);
  });

export const timeZoneRule = z.string().refine(isTimeZone);

export const profileRule = z.object({
  firstName: personNameRule,
  lastName: personNameRule,
  phone: phoneRule,
  bio: optionalText(bioMaxLength),
  /** Null: that of the browser. */
  language: languageRule.nullable(),
  /** Null: that of the device. */
  timeZone: timeZoneRule.nullable(),
});
