import { z } from 'zod';
import { languageRule } from './course.ts';
import { optionalText, requiredLine } from './text-rules.ts';
import { parseVideoAddress } from './video-address.ts';

export const maxContentsPerModule = 200;

/** Files that one Markdown text may show. */
export const maxFilesInText = 200;

const title = requiredLine(200);
const description = optionalText(5_000);

/** Whatever its kind. */
export const itemTitleRule = z.object({ title });
export const textRule = z.object({ title, body: optionalText(200_000) });
export const fileRule = z.object({ title, description });
export const imageRule = z.object({ title, alternativeText: requiredLine(1_000), caption: optionalText(1_000) });
export const videoRule = z.object({ title, description });

export const maxCaptionsPerVideo = 20;
export const captionsRule = z.object({ language: languageRule, fileId: z.string().min(1) });

/** A YouTube or Vimeo address, exact hosts only. */
export const videoAddressRule = z
  .string()
  .trim()
  .max(2_000)
  .refine((address) => parseVideoAddress(address) !== null);
