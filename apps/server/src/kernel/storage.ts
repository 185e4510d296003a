import { createReadStream, createWriteStream } from 'node:fs';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
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

/** Stands between the id of a file and the name of what was made of it. */
const derivedMark = '@';

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Files on this machine's disk, each under its id. A file appears whole or not at all: it is written as `name.part` and renamed. */
export class Storage {
  readonly #root: string;
  readonly #parts: string;
  readonly #making = new Map<string, Promise<Buffer>>();

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
    await this.makeFolders();
  }

  /** For who works beside a running server: what it is receiving stays. */
  async makeFolders(): Promise<void> {
    await mkdir(this.#parts, { recursive: true });
  }

  #pathOf(id: string): string {
    return join(this.#root, id.slice(0, 2), id);
  }

  /** The disk that the files lie on, in bytes. */
  async disk(): Promise<{ diskBytes: number; diskFreeBytes: number }> {
    const { blocks, bavail, bsize } = await statfs(this.#root);
    return { diskBytes: blocks * bsize, diskFreeBytes: bavail * bsize };
  }

  async hasRoomFor(bytes: number): Promise<boolean> {
    return (await this.disk()).diskFreeBytes - bytes > reserveBytes;
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

  /** Makes a received file permanent: bytes and name are on the disk before anything refers to them. */
  async keep(id: string, received: ReceivedFile): Promise<void> {
    await this.#moveTo(this.#pathOf(id), received.path);
  }

  /** A rename is lost by a crash until the folder that holds the name is written, too. */
  async #moveTo(path: string, from: string): Promise<void> {
    const folder = dirname(path);
    const isNew = (await mkdir(folder, { recursive: true })) !== undefined;
    await sync(from);
    await rename(from, path);
    await sync(folder);
    if (isNew) await sync(this.#root);
  }

  /**
   * Bytes made of a file and kept beside it, under a name of their own: made once, by whoever asks first. They can be made again, so
   * that a disk without room for them hides nothing.
   */
  async derived(id: string, name: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const path = `${this.#pathOf(id)}${derivedMark}${name}`;
    const kept = await readFile(path).catch(() => null);
    return kept ?? this.#making.get(path) ?? this.#derive(path, make);
  }

  #derive(path: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const making = make()
      .then(async (bytes) => {
        const part = join(this.#parts, `${randomUUID()}.part`);
        await writeFile(part, bytes)
          .then(() => this.#moveTo(path, part))
          .catch(() => rm(part, { force: true }));
        return bytes;
      })
      .finally(() => this.#making.delete(path));
    this.#making.set(path, making);
    return making;
  }

  async has(id: string): Promise<boolean> {
    return stat(this.#pathOf(id)).then(
      () => true,
      () => false,
    );
  }

  async discard(received: ReceivedFile): Promise<void> {
    await rm(received.path, { force: true });
  }

  /** A stream of the bytes from `start` to `end`, both included. */
  read(id: string, range?: { start: number; end: number }): Readable {
    return createReadStream(this.#pathOf(id), range);
  }

  /** Takes a file away, and what was made of it. */
  async remove(id: string): Promise<void> {
    const path = this.#pathOf(id);
    const names = await readdir(dirname(path)).catch(() => []);
    const made = names.filter((name) => name.startsWith(`${id}${derivedMark}`)).map((name) => join(dirname(path), name));
    for (const each of [...made, path]) await rm(each, { force: true });
  }

  /** Ids of the files of which something was kept before this moment, a folder's at a time. */
  async *keptBefore(moment: Date): AsyncGenerator<string[]> {
    for (const folder of await readdir(this.#root, { withFileTypes: true })) {
      if (!folder.isDirectory() || folder.name.length !== 2) continue;
      const names = await readdir(join(this.#root, folder.name));
      const times = await Promise.all(names.map(async (name) => (await stat(this.#pathOf(name))).mtime));
      const old = names.filter((_, at) => (times[at] ?? moment) < moment);
      yield [...new Set(old.map((name) => name.split(derivedMark)[0] ?? name))];
    }
  }
}
