import { createReadStream } from 'node:fs';
import { extensionOf, extensionsByUse, type FileUse } from '@cursus/rules/files';
import { fileTypeFromFile } from 'file-type';

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

/** What a file is, found by its content; null when its use does not take that. */
export async function mediaTypeOf(path: string, name: string, use: FileUse): Promise<string | null> {
  const taken: Readonly<Record<string, string>> = extensionsByUse[use];
  const named = taken[extensionOf(name)];
  const seen = await fileTypeFromFile(path);
  const mediaType = seen === undefined || textTypes.has(seen.mime) ? await textType(path, named) : seen.mime;
  return mediaType !== null && Object.values(taken).includes(mediaType) ? mediaType : null;
}
