import { z } from 'zod';
import { languageRule } from './course.ts';
import { personNameRule, timeZoneRule } from './profile.ts';

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
  firstName: personNameRule,
  lastName: personNameRule,
  language: languageRule.optional(),
  timeZone: timeZoneRule.optional(),
});

/** An account that an administrator makes: its owner chooses the password. */
export const newUserRule = signUpRule.omit({ password: true, timeZone: true });

export const updateUserRule = newUserRule.partial();

/** Who forgot a password, by either name. An address must be one: it is written into the head of a mail. */
export const forgottenLoginRule = z.object({
  login: z
    .string()
    .trim()
    .toLowerCase()
    .min(1)
    .max(254)
    .refine((login) => (login.includes('@') ? emailRule : usernameRule).safeParse(login).success),
});

export const resetPasswordRule = z.object({ password: passwordRule });

export const changePasswordRule = z.object({ password: z.string().min(1), newPassword: passwordRule });

export const changeEmailRule = z.object({ email: emailRule, password: z.string().min(1) });

export const invitationRule = z.object({ email: emailRule });

/** Of an app: six digits, however they are grouped; or one of the recovery codes. */
export const signInCodeRule = z.object({
  code: z
    .string()
    .transform((code) => code.replaceAll(/[\s-]/g, '').toLowerCase())
    .pipe(z.string().regex(/^(?:\d{6}|[a-z0-9]{16})$/)),
});

/** Accounts that one file makes at most. */
export const importMaxCount = 1_000;
