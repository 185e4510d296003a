import { z } from 'zod';
import type { Topic } from '../kernel/pubsub.ts';

const rule = z.object({ courseId: z.uuid(), studentId: z.uuid(), contentId: z.uuid().nullable() });

/** A student enrolled or left (no content), or did, undid or opened a content. */
export type LearningEvent = z.output<typeof rule>;

export const learning: Topic<LearningEvent> = { name: 'learning', rule };
