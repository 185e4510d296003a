import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import sharp, { type Sharp } from 'sharp';
import { Turns } from '../kernel/turns.ts';

/** Pixels that a picture may have, all frames of an animated one together: a few bytes can say that they are billions. */
export const maxPixels = 64_000_000;

/** Pixels of the longer side, at most: more than a screen shows is not kept. */
const maxSide = { image: 3_840, avatar: 512 } as const;
export type PictureUse = keyof typeof maxSide;
export const isPictureUse = (use: string): use is PictureUse => use in maxSide;

/** A picture takes some hundred megabytes while it is unpacked, so few are at once. */
const turns = new Turns(2);

const limits = { limitInputPixels: maxPixels, failOn: 'error' } as const;

export interface PictureFacts {
  readonly width: number;
  readonly height: number;
  readonly isAnimated: boolean;
}

/** What the head of a picture says, the right way up; null for what is none. Nothing is unpacked yet. */
export async function factsOfPicture(path: string): Promise<PictureFacts | null> {
  try {
    const { autoOrient, pages = 1 } = await sharp(path, { limitInputPixels: false }).metadata();
    return { ...autoOrient, isAnimated: pages > 1 };
  } catch {
    // Whatever sharp cannot read is no picture for us; its reasons help nobody who uploads.
    return null;
  }
}

/** Whether a picture is more than can be unpacked here. */
export async function hasTooManyPixels(path: string): Promise<boolean> {
  const { width, height, pages = 1 } = await sharp(path, { limitInputPixels: false }).metadata();
  return width * height * pages > maxPixels;
}

/** Photographs and drawings stay what they are; the rest becomes WebP, which browsers show like them and which is quickly made. */
const encodings: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: 86, progressive: true }),
  'image/png': (picture) => picture.png({ compressionLevel: 9 }),
};

const fittingInside = { fit: 'inside', withoutEnlargement: true } as const;

/** The middle of a picture as a square: who cropped it has chosen already. */
async function squared(picture: Sharp, side: number): Promise<Sharp> {
  const { autoOrient } = await picture.metadata();
  const length = Math.min(autoOrient.width, autoOrient.height, side);
  return picture.resize({ width: length, height: length, fit: 'cover' });
}

export interface EncodedPicture extends PictureFacts {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** A picture as it is kept: the right way up, that of a person square and still, no larger than screens are, and of its metadata (place, camera, names) nothing. Null when it is broken. */
export function encodePicture(path: string, { mediaType, use }: { mediaType: string; use: PictureUse }): Promise<EncodedPicture | null> {
  return turns.take(async () => {
    const side = maxSide[use];
    const encode = encodings[mediaType];
    const isMoving = encode === undefined && use !== 'avatar';
    const source = sharp(path, { ...limits, animated: isMoving, autoOrient: true });
    try {
      const fitting = use === 'avatar' ? await squared(source, side) : source.resize({ width: side, height: side, ...fittingInside });
      const { data, info } = await (encode?.(fitting) ?? fitting.webp({ quality: 88, effort: 3 })).toBuffer({ resolveWithObject: true });
      const { width, height, pages = 1, pageHeight = height } = info;
      return { bytes: data, mediaType: encode === undefined ? 'image/webp' : mediaType, width, height: pageHeight, isAnimated: pages > 1 };
    } catch {
      // A picture that ends or changes in its middle: what sharp says of it helps nobody who uploads.
      return null;
    }
  });
}

/** A picture in this width, as WebP. */
export const resizedPicture = (source: Readable, width: number): Promise<Buffer> =>
  turns.take(async () =>
    sharp(await buffer(source), { ...limits, autoOrient: true })
      .resize({ width })
      .webp({ quality: 80 })
      .toBuffer(),
  );
