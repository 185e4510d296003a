import { fileKind } from './file.item.ts';
import { imageKind } from './image.item.ts';
import { textKind } from './text.item.ts';
import { videoKind } from './video.item.ts';

/** The registry: a fifth kind is one file, one line here and one migration. */
export const itemKinds = [textKind, fileKind, imageKind, videoKind] as const;
