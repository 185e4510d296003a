import { Readable } from 'node:stream';
import { basename, extname } from 'node:path';
import { fileNameMaxLength, type FileUse } from '@cursus/rules/files';
import type { ReceivedFile, Storage } from '../kernel/storage.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { mediaTypeOf } from './media-type.ts';
import { encodePicture, factsOfPicture, hasTooManyPixels, isPictureUse, maxPixels } from './picture.ts';
import type { StoredFile } from './stored-file.entity.ts';

/** What a row says of a file's content. */
type FileFacts = Pick<StoredFile, 'name' | 'mediaType' | 'width' | 'height' | 'isAnimated' | 'isReencoded'>;

/** Bytes as they will be kept, and what is known of them. */
export interface PreparedFile {
  readonly received: ReceivedFile;
  readonly facts: FileFacts;
}

/** A name that is safe to show and to offer for a download: no path, no control characters. */
const cleanName = (name: string): string =>
  basename(name.replaceAll('\\', '/'))
    .normalize('NFC')
    .replace(/\p{Control}/gu, '')
    .slice(-fileNameMaxLength) || 'file';

/** A picture's name ends in what it was encoded as. */
export const renamedPicture = (name: string, from: string, to: string): string =>
  from === to ? name : `${basename(name, extname(name))}.${to.slice('image/'.length)}`;

const unsupported = () => refuse(UserErrorCode.UNSUPPORTED_MEDIA_TYPE, ['file'], 'A file of this type is not taken here.');

/** A picture is kept as we encode it: without metadata, and never a bomb for who unpacks it. */
async function preparedPicture(
  storage: Storage,
  received: ReceivedFile,
  file: { id: string; name: string; mediaType: string; use: FileUse },
): Promise<PreparedFile> {
  const seen = await factsOfPicture(received.path);
  if (seen === null) throw unsupported();
  if (await hasTooManyPixels(received.path))
    throw refuse(UserErrorCode.TOO_MANY_PIXELS, ['file'], `A picture has at most ${maxPixels} pixels.`, maxPixels);
  const { use, mediaType, name } = file;
  if (!isPictureUse(use)) return { received, facts: { ...seen, name, mediaType, isReencoded: false } };
  const encoded = await encodePicture(received.path, { mediaType, use });
  if (encoded === null) throw unsupported();
  const { bytes, ...facts } = encoded;
  return {
    received: await storage.receive(`${file.id}-picture`, Readable.from([bytes]), bytes.length),
    facts: { ...facts, name: renamedPicture(name, mediaType, facts.mediaType), isReencoded: true },
  };
}

/** What a received file is, and what of it is kept; a Refusal when its use does not take it. */
export async function prepareFile(
  storage: Storage,
  received: ReceivedFile,
  file: { id: string; name: string; use: FileUse },
): Promise<PreparedFile> {
  const name = cleanName(file.name);
  const mediaType = received.size === 0 ? null : await mediaTypeOf(received.path, name, file.use);
  if (mediaType === null) throw unsupported();
  if (mediaType.startsWith('image/')) return preparedPicture(storage, received, { ...file, name, mediaType });
  return { received, facts: { name, mediaType, width: null, height: null, isAnimated: false, isReencoded: false } };
}
