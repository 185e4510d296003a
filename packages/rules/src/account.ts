import { z } from 'zod';
import { languageRule } from './course.ts';
import { requiredLine } from './text-rules.ts';

export const passwordMinLength = 8;
export const passwordMaxLength = 128;

/** Lower-case letters, digits, '.', '_' and '-': never an e-mail address, so that one never passes for the other. */
export const usernameRule = z
  .string()
  .trim()
  .toLowerCase()
  .min(3)
  .max(40)
  .regex(/^[a-z0-9._-]+$/);

export const emailRule = z.string().trim().toLowerCase().max(254).pipe(z.email());

export const passwordRule = z.string().min(passwordMinLength).max(passwordMaxLength);

export const signUpRule = z.object({
  username: usernameRule,
  email: emailRule,
  password: passwordRule,
  firstName: requiredLine(100),
  lastName: requiredLine(100),
  language: languageRule.optional(),
});
