import { z } from 'zod';
import { optionalText, requiredLine } from './text-rules.ts';

export const maxModulesPerCourse = 100;

export const moduleRule = z.object({ title: requiredLine(200), description: optionalText(5_000) });

/** All modules of a course on one form: each by its own rule. */
export const savedModulesRule = z.object({ modules: z.array(moduleRule) });
