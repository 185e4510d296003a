import { z } from 'zod';
import { optionalText, requiredLine } from './text-rules.ts';

export const maxModulesPerCourse = 100;

export const moduleRule = z.object({ title: requiredLine(200), description: optionalText(5_000) });
