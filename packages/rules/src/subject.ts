import { z } from 'zod';
import { slugRule } from './slug.ts';
import { requiredLine } from './text-rules.ts';

export const subjectRule = z.object({ title: requiredLine(120), slug: slugRule });
