import { fileRule, imageRule } from '@cursus/rules/content';
import type { ApolloClient } from '@apollo/client';
import { z } from 'zod';
import type { FileUse } from '../../gql/graphql.ts';
import { mistakesOf } from '../../lib/mistakes.ts';
import { type FileLimit, uploadMistake } from '../../lib/upload-limit.ts';
import { uploadQueue, type UploadWish } from '../../lib/upload-queue.ts';
import type { Mistake } from '../../lib/user-error.ts';
import { titleFromFile } from './item-file-field.tsx';
import type { ItemKindName } from './item-kind-name.ts';
import { itemKindNames, itemKinds } from './item-kinds.ts';

type LimitOf = (use: FileUse) => FileLimit;

/** A picture is an Image and a film a Video, though a File may be of those types, too. */
const fileKinds = itemKindNames
  .flatMap((kind) => (itemKinds[kind].fileUse === null ? [] : [{ kind, use: itemKinds[kind].fileUse }]))
  .toSorted((a, b) => Number(a.use === 'FILE') - Number(b.use === 'FILE'));

export interface DroppedFile {
  readonly file: File;
  readonly kind: ItemKindName;
  readonly use: FileUse;
  readonly limit: FileLimit;
}

export interface RefusedFile {
  readonly file: File;
  readonly mistake: Mistake;
}

/** Tells by name and size what can be made of each file, before anything is sent. */
export function sortFiles(files: readonly File[], limitOf: LimitOf): { taken: DroppedFile[]; refused: RefusedFile[] } {
  const taken: DroppedFile[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const candidates = fileKinds.map((each) => ({ ...each, limit: limitOf(each.use) }));
    const fits = candidates.find(({ limit }) => uploadMistake({ name: file.name, size: 1 }, limit) === null);
    const mistake = fits === undefined ? ({ code: 'UNSUPPORTED_MEDIA_TYPE', field: null } as const) : uploadMistake(file, fits.limit);
    if (fits === undefined || mistake !== null) refused.push({ file, mistake: mistake ?? { code: 'UNSUPPORTED_MEDIA_TYPE', field: null } });
    else taken.push({ file, ...fits });
  }
  return { taken, refused };
}

/** What is asked of each file before it is sent: a title, and of a picture the words that stand for it. */
export const entryOf = ({ file, kind }: DroppedFile) => ({ kind, title: titleFromFile('', file), alternativeText: '' });

export const entriesRule = z.object({
  entries: z.array(
    z.discriminatedUnion('kind', [
      imageRule.pick({ title: true, alternativeText: true }).extend({ kind: z.literal('Image') }),
      fileRule.pick({ title: true }).extend({ kind: z.enum(['Text', 'File', 'Video']), alternativeText: z.string() }),
    ]),
  ),
});

type Entry = z.infer<typeof entriesRule>['entries'][number];

/** Sends the files; each becomes a content of the module once it has arrived, in their order, wherever one is then. */
export function addFiles(client: ApolloClient, moduleId: string, files: readonly (DroppedFile & { entry: Entry })[]): void {
  const wishes = files.map(({ file, kind, use, limit, entry: { title, alternativeText } }): UploadWish => ({
    file,
    use,
    limit,
    finish: async ({ id: fileId, url }, idempotencyKey) => {
      const { add } = await itemKinds[kind].load();
      const payload = await add?.(client, { moduleId, title, fileId, url, alternativeText, idempotencyKey });
      return mistakesOf(payload?.userErrors ?? [])[0] ?? null;
    },
  }));
  uploadQueue.add(...wishes);
}
