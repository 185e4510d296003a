import type { FileUse } from '@cursus/rules/files';
import { Field, Int, ObjectType } from 'type-graphql';
import type { Storage } from '../kernel/storage.ts';
import { resizedPicture } from './picture.ts';

/** Pixels: from a thumbnail to a screen's width. */
const widths = [320, 640, 960, 1_280, 1_920];
/** A person is shown small: beside a name, on a card, on a page of their own; on a fine screen twice as fine. */
const widthsOfPersons = [64, 128, 256];
const widest = 1_920;

@ObjectType({ description: 'A picture in another width, for a screen that needs no more: made when it is first asked for.' })
export class PictureVariant {
  @Field(() => Int, { simple: true, description: 'Pixels.' })
  width!: number;

  @Field(() => Int, { simple: true, description: 'Pixels.' })
  height!: number;

  @Field(() => String, { simple: true, description: "Its address on this server, with the file's own rights." })
  url!: string;

  @Field(() => String, { simple: true, description: 'Always `image/webp`.' })
  mediaType!: string;
}

interface Picture {
  readonly id: string;
  readonly use: FileUse;
  readonly mediaType: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly isAnimated: boolean;
}

export const addressOfFile = (id: string): string => `/files/${id}`;

/** The widths in which a picture may be asked for: none larger than it is. What moves has none, it would stand still. */
export function variantsOf({ id, use, mediaType, width, height, isAnimated }: Picture): PictureVariant[] {
  if (!mediaType.startsWith('image/') || width === null || height === null || isAnimated) return [];
  const narrower = (use === 'avatar' ? widthsOfPersons : widths).filter((each) => each < width);
  return [...narrower, ...(width <= widest ? [width] : [])].map((each) => ({
    width: each,
    height: Math.max(1, Math.round((height * each) / width)),
    url: `${addressOfFile(id)}/${each}`,
    mediaType: 'image/webp',
  }));
}

/** The variants as an `img` takes them; null when there are none. */
export const srcSetOf = (picture: Picture): string | null =>
  variantsOf(picture)
    .map(({ url, width }) => `${url} ${width}w`)
    .join(', ') || null;

/** A picture in one of its widths, made by whoever asks first and kept beside it. */
export const variantBytes = (storage: Storage, id: string, width: number): Promise<Buffer> =>
  storage.derived(id, String(width), () => resizedPicture(storage.read(id), width));
