import { z } from 'zod';
import { optionalText, requiredLine } from './text-rules.ts';

export const maxModulesPerCourse = 100;

export const moduleRule = z.object({ title: requiredLine(200), description: optionalText(5_000) });

/** All modules of a course on one form: each by its own rule. */
export const savedModulesRule = z.object({ modules: z.array(moduleRule) });

/** The same on the form, where those marked for deletion need say nothing more. */
export const modulesFormRule = z.object({
  modules: z.array(
    z.discriminatedUnion('isDeleted', [
      moduleRule.extend({ isDeleted: z.literal(false) }),
      z.object({ title: z.string(), description: z.string(), isDeleted: z.literal(true) }),
    ]),
  ),
});
