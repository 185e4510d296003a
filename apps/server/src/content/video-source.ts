import { captionsRule, maxCaptionsPerVideo, videoAddressRule } from '@cursus/rules/content';
import { parseVideoAddress, type VideoHost } from '@cursus/rules/video-address';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { ownFile } from '../file/own-file.ts';
import { checked } from '../kernel/input-rules.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import type { Captions } from './video-captions.queries.ts';
import type { CreateVideoInput } from './video.input.ts';

type Source = Pick<CreateVideoInput, 'url' | 'fileId' | 'posterId' | 'captions'>;

/** What a film keeps of where it comes from. */
interface Film {
  fileId: string | null;
  posterId: string | null;
  host: VideoHost | null;
  videoId: string | null;
}

interface Applied {
  /** The files that the film shows from now on. */
  readonly fileIds: string[];
  /** All its captions from now on. */
  readonly captions: readonly Captions[];
}

/** Gives a film its source, when the input names one: an address or a file of the viewer's, never both, never none. */
async function applyPlace(em: EntityManager, viewerId: string, film: Film, { url, fileId }: Source): Promise<void> {
  if (url && fileId) throw refuse(UserErrorCode.INVALID, ['url'], 'Give either url or fileId, not both.');
  const isWithout = film.fileId === null && film.host === null && !fileId && !url;
  if (url === '' || isWithout) throw refuse(UserErrorCode.REQUIRED, ['url'], 'Give url or fileId.');
  if (url) {
    const address = parseVideoAddress(checked(z.object({ url: videoAddressRule }), { url }).url);
    Object.assign(film, { host: null, videoId: null, ...address, fileId: null, posterId: null });
  }
  if (fileId) {
    const uploadId = await ownFile(em, viewerId, { id: fileId, use: 'video', path: ['fileId'], present: film.fileId });
    Object.assign(film, { fileId: uploadId, host: null, videoId: null });
  }
}

async function ownCaptions(
  em: EntityManager,
  viewerId: string,
  asked: NonNullable<Source['captions']>,
  present: readonly Captions[],
): Promise<Captions[]> {
  if (asked.length > maxCaptionsPerVideo)
    throw refuse(
      UserErrorCode.TOO_MANY,
      ['captions'],
      `A film has captions in ${maxCaptionsPerVideo} languages at most.`,
      maxCaptionsPerVideo,
    );
  const captions: Captions[] = [];
  for (const [at, { language, fileId }] of asked.entries()) {
    const path = ['captions', String(at)];
    if (!captionsRule.shape.language.safeParse(language).success)
      throw refuse(UserErrorCode.INVALID, [...path, 'language'], 'A language is two lower-case letters.');
    if (captions.some((earlier) => earlier.language === language))
      throw refuse(UserErrorCode.TAKEN, [...path, 'language'], 'There are captions in this language already.');
    const stood = present.find((each) => each.language === language)?.fileId;
    captions.push({
      language,
      fileId: await ownFile(em, viewerId, { id: fileId, use: 'captions', path: [...path, 'fileId'], present: stood ?? null }),
    });
  }
  return captions;
}

/** Gives a film what the input names of its source, poster and captions; a poster and captions belong to an uploaded file alone. */
export async function applySource(
  em: EntityManager,
  viewerId: string,
  film: Film,
  { source, present }: { source: Source; present: readonly Captions[] },
): Promise<Applied> {
  const standing = film.posterId;
  await applyPlace(em, viewerId, film, source);
  if (source.posterId === null) film.posterId = null;
  if (source.posterId) {
    if (film.fileId === null) throw refuse(UserErrorCode.INVALID, ['posterId'], 'A poster belongs to an uploaded file.');
    film.posterId = await ownFile(em, viewerId, { id: source.posterId, use: 'image', path: ['posterId'], present: standing });
  }
  const asked = source.captions ?? [];
  if (film.fileId === null && asked.length > 0) throw refuse(UserErrorCode.INVALID, ['captions'], 'Captions belong to an uploaded file.');
  const stays = source.captions === undefined && film.fileId !== null;
  const captions = stays ? present : await ownCaptions(em, viewerId, asked, present);
  const fileIds = [film.fileId, film.posterId, ...captions.map(({ fileId }) => fileId)].filter((id) => id !== null);
  return { fileIds: [...new Set(fileIds)], captions };
}
