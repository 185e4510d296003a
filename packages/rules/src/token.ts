import { z } from 'zod';
import { requiredLine } from './text-rules.ts';

export const tokenRule = z.object({ name: requiredLine(100) });
