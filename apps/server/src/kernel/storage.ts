import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Bytes that stay free, so that the database on the same disk can go on. */
const reserveBytes = 200 * 1024 * 1024;

export interface ReceivedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** More bytes came than were allowed. */
export class FileTooLarge extends Error {}

/** Files on this machine's disk, each under its id. A file appears whole or not at all: it is written as `name.part` and renamed. */
export class Storage {
  readonly #root: string;
  readonly #parts: string;

  constructor(dataDir: string) {
    this.#root = join(dataDir, 'files');
    this.#parts = join(dataDir, 'files', 'parts');
  }

  /** Where uploads are buffered while they arrive. */
  get partsDir(): string {
    return this.#parts;
  }

  /** Makes the folders and takes away what a crash left half-written. */
  async prepare(): Promise<void> {
    await rm(this.#parts, { recursive: true, force: true });
    await mkdir(this.#parts, { recursive: true });
  }

  #pathOf(id: string): string {
    return join(this.#root, id.slice(0, 2), id);
  }

  async hasRoomFor(bytes: number): Promise<boolean> {
    const { bavail, bsize } = await statfs(this.#root);
    return bavail * bsize - bytes > reserveBytes;
  }

  /** Streams to a part file; an aborted, failed or too long stream leaves nothing behind. */
  async receive(id: string, source: Readable, maxSize: number): Promise<ReceivedFile> {
    const path = join(this.#parts, `${id}.part`);
    const digest = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        digest.update(chunk);
        if (size > maxSize) done(new FileTooLarge());
        else done(null, chunk);
      },
    });
    try {
      await pipeline(source, measure, createWriteStream(path));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { path, size, sha256: digest.digest('hex') };
  }

  /** Makes a received file permanent: on the disk before anything refers to it. */
  async keep(id: string, received: ReceivedFile): Promise<void> {
    const path = this.#pathOf(id);
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(received.path, 'r');
    await handle.sync();
    await handle.close();
    await rename(received.path, path);
  }

  async discard(received: ReceivedFile): Promise<void> {
    await rm(received.path, { force: true });
  }

  /** A stream of the bytes from `start` to `end`, both included. */
  read(id: string, range?: { start: number; end: number }): Readable {
    return createReadStream(this.#pathOf(id), range);
  }

  async remove(id: string): Promise<void> {
    await rm(this.#pathOf(id), { force: true });
  }

  /** Ids of the files that were kept before this moment, a folder's at a time. */
  async *keptBefore(moment: Date): AsyncGenerator<string[]> {
    for (const folder of await readdir(this.#root, { withFileTypes: true })) {
      if (!folder.isDirectory() || folder.name.length !== 2) continue;
      const ids = await readdir(join(this.#root, folder.name));
      const times = await Promise.all(ids.map(async (id) => (await stat(this.#pathOf(id))).mtime));
      yield ids.filter((_, at) => (times[at] ?? moment) < moment);
    }
  }
}
