import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Db } from '../database.ts';
import type { Storage } from '../kernel/storage.ts';
import { everyPersonalData } from '../personal-data/every-table.ts';
import type { Person } from '../personal-data/personal-data.ts';

/** One entry of an archive, which is read when its turn comes. */
export interface ArchivePart {
  readonly path: string;
  /** Pictures, films and PDFs are as small as they get. */
  readonly isCompressible: boolean;
  readonly read: () => Promise<Readable>;
}

/** A file's own name, as any system takes it, behind letters that make it unique. */
const pathOf = ({ id, name }: { id: string; name: string }): string =>
  `files/${id}-${name.replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, '_').slice(-120)}`;

const json = (value: unknown): Readable => Readable.from([`${JSON.stringify(value, null, 2)}\n`], { objectMode: false });

/** What the archive of a person holds: a JSON file for each kind of record that slices declare, and the person's files. */
export async function archiveParts({ db, storage }: { db: Db; storage: Storage }, person: Person): Promise<ArchivePart[]> {
  const records = everyPersonalData
    .flatMap(({ archive }) => Object.entries(archive))
    .map(([name, read]): ArchivePart => ({ path: `${name}.json`, isCompressible: true, read: async () => json(await read(db, person)) }));
  const files = await db.selectFrom('stored_file').select(['id', 'name']).where('owner_id', '=', person.id).orderBy('id').execute();
  return [
    ...records,
    ...files.map((file): ArchivePart => ({
      path: pathOf(file),
      isCompressible: false,
      read: () => Promise.resolve(storage.read(file.id)),
    })),
  ];
}

/** The bytes of the archive, made while they are read: one part after the other, each told as it begins. */
export function zipOf(parts: readonly ArchivePart[], onPart: (at: number) => void): Readable {
  const zip = new ZipFile();
  const bytes = zip.outputStream;
  if (!(bytes instanceof Readable)) throw new TypeError('The archive is no stream.');
  let open: Readable | undefined;
  const fail = (error: unknown): void => void bytes.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on('error', fail);
  bytes.once('close', () => open?.destroy());
  for (const [at, { path, isCompressible, read }] of parts.entries()) {
    zip.addReadStreamLazy(path, { compress: isCompressible }, (give) => {
      onPart(at);
      read().then((stream) => {
        open = stream.once('error', fail);
        give(null, stream);
      }, fail);
    });
  }
  zip.end();
  return bytes;
}
