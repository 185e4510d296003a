import { join } from 'node:path';
import type { FileUse } from '@cursus/rules/files';
import { parseVideoAddress } from '@cursus/rules/video-address';
import { keepSampleFile } from './sample-files.ts';
import { addRows } from './sample-rows.ts';
import type { SampleScope } from './sample-scope.ts';
import { courseFolder, readText, type SampleContent } from './school-files.ts';

/** Where a content stands, and whose it is. */
export interface ContentPlace {
  readonly id: string;
  readonly moduleId: string;
  readonly position: number;
  readonly ownerId: string;
  readonly course: string;
}

async function loadVideo(
  scope: SampleScope,
  id: string,
  video: Extract<SampleContent, { kind: 'video' }>,
  keep: (name: string, use: FileUse) => Promise<string>,
): Promise<string[]> {
  const fileId = video.file === undefined ? null : await keep(video.file, 'video');
  const posterId = video.poster === undefined ? null : await keep(video.poster, 'image');
  const address = video.url === undefined ? null : parseVideoAddress(video.url);
  await addRows(scope.db, 'video', [
    {
      id,
      file_id: fileId,
      poster_id: posterId,
      host: address?.host ?? null,
      video_id: address?.videoId ?? null,
      description: video.description,
    },
  ]);
  const captions = await Promise.all(
    Object.entries(video.captions ?? {}).map(async ([language, name]) => ({
      video_id: id,
      language,
      file_id: await keep(name, 'captions'),
    })),
  );
  await addRows(scope.db, 'video_captions', captions);
  return [fileId, posterId, ...captions.map(({ file_id }) => file_id)].filter((each) => each !== null);
}

/** The columns of the item's own kind. Gives the files that it shows. */
async function loadItem(scope: SampleScope, place: ContentPlace, content: SampleContent): Promise<string[]> {
  const { id, course, ownerId } = place;
  const keep = (name: string, use: FileUse) =>
    keepSampleFile(scope, { path: join(courseFolder(course), name), key: `${course}/${name}`, use, ownerId });
  if (content.kind === 'text') {
    await addRows(scope.db, 'text', [{ id, body: await readText(course, content.body) }]);
    return [];
  }
  if (content.kind === 'video') return loadVideo(scope, id, content, keep);
  const fileId = await keep(content.file, content.kind);
  if (content.kind === 'file') await addRows(scope.db, 'file', [{ id, file_id: fileId, description: content.description }]);
  else await addRows(scope.db, 'image', [{ id, file_id: fileId, alternative_text: content.alternativeText, caption: content.caption }]);
  return [fileId];
}

export async function loadContent(scope: SampleScope, place: ContentPlace, content: SampleContent): Promise<void> {
  const { id, moduleId, position, ownerId } = place;
  await addRows(scope.db, 'content', [{ id, module_id: moduleId, position }]);
  await addRows(scope.db, 'item', [{ id, kind: content.kind, owner_id: ownerId, title: content.title }]);
  const fileIds = await loadItem(scope, place, content);
  await addRows(
    scope.db,
    'content_file',
    fileIds.map((fileId) => ({ content_id: id, file_id: fileId })),
  );
}
