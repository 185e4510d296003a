import { z } from 'zod';
import { optionalText, requiredLine } from './text-rules.ts';

export const groupDescriptionMaxLength = 500;

/** How many people one request puts in a group, or out of it. */
export const groupChangeMaxCount = 100;

export const groupRule = z.object({ name: requiredLine(100), description: optionalText(groupDescriptionMaxLength) });
