import { createReadStream } from 'node:fs';
import { extensionOf, extensionsByUse, type FileUse } from '@cursus/rules/files';
import { fileTypeFromFile } from 'file-type';
import sharp from 'sharp';

export interface Inspected {
  readonly mediaType: string;
  readonly width: number | null;
  readonly height: number | null;
}

const textTypes = new Set(['text/plain', 'text/csv', 'text/markdown', 'text/vtt']);

/** Whether the whole file is UTF-8 text, without the zero byte that gives a binary away. */
async function isText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) {
      if (decoder.decode(chunk as Buffer, { stream: true }).includes('\u0000')) return false;
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function startsWithWebVtt(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path, { end: 15 })) return /^\uFEFF?WEBVTT(?:\s|$)/.test(String(chunk));
  return false;
}

/** The type of a text file cannot be seen from its first bytes: its name says which, and its content that it is text at all. */
async function textType(path: string, named: string | undefined): Promise<string | null> {
  if (named === undefined || !textTypes.has(named) || !(await isText(path))) return null;
  return named !== 'text/vtt' || (await startsWithWebVtt(path)) ? named : null;
}

/** Pixels of a picture that can be decoded, or null. A decompression bomb is refused by its declared size, before anything is unpacked. */
async function pixelsOf(path: string): Promise<{ width: number; height: number } | null> {
  try {
    const { width, height } = await sharp(path, { limitInputPixels: 100_000_000 }).metadata();
    return width * height > 100_000_000 ? null : { width, height };
  } catch {
    // Whatever sharp cannot read is no picture for us; its reasons help nobody who uploads.
    return null;
  }
}

/** What a file is, found by its content; null when its use does not take that. */
export async function inspect(path: string, name: string, use: FileUse): Promise<Inspected | null> {
  const taken: Readonly<Record<string, string>> = extensionsByUse[use];
  const named = taken[extensionOf(name)];
  const seen = await fileTypeFromFile(path);
  const mediaType = seen === undefined || textTypes.has(seen.mime) ? await textType(path, named) : seen.mime;
  if (mediaType === null || !Object.values(taken).includes(mediaType)) return null;
  if (!mediaType.startsWith('image/')) return { mediaType, width: null, height: null };
  const pixels = await pixelsOf(path);
  return pixels && { mediaType, ...pixels };
}
