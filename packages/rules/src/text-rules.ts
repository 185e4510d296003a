import { z } from 'zod';

/** A line that must say something: trimmed, 1 to `max` characters. */
export const requiredLine = (max: number) => z.string().trim().min(1).max(max);

/** Text that may be empty: at most `max` characters, kept to the byte. */
export const optionalText = (max: number) => z.string().max(max);
