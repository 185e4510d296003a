import { z } from 'zod';
import { requiredLine } from './text-rules.ts';

/** A token lives as long as the longest year. */
const longestLifeMs = 366 * 24 * 60 * 60 * 1_000;

/** What it may be used for is one scope at least; the API knows which there are. */
export const tokenRule = z.object({
  name: requiredLine(100),
  scopes: z.array(z.string()).min(1),
  expiresAt: z.date().refine((moment) => moment.getTime() > Date.now() && moment.getTime() <= Date.now() + longestLifeMs),
});
