import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import type { Logger } from 'pino';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** The oldest go when there are more. */
const mostMails = 300;
const mostBytes = 5 * 1024 * 1024;

export interface KeptMail {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
}

export interface ReadMail extends KeptMail {
  readonly text: string;
  readonly html: string;
}

const isId = (id: string): boolean => /^\d{15}-[0-9a-f-]{36}$/.test(id);
const nameOf = (id: string): string => `${id}.eml`;

/** A mail server for one machine, which delivers nothing: what it is sent is kept as files, to be read in the browser. */
export class Mailbox {
  readonly #folder: string;
  readonly #server: SMTPServer;
  readonly #port: number;

  constructor(folder: string, server: SMTPServer) {
    this.#folder = folder;
    this.#server = server;
    this.#port = (server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  async #ids(): Promise<string[]> {
    const names = await readdir(this.#folder);
    return names
      .map((name) => name.replace(/\.eml$/, ''))
      .filter(isId)
      .toSorted()
      .toReversed();
  }

  /** The newest first. */
  async list(): Promise<KeptMail[]> {
    const mails = await Promise.all((await this.#ids()).slice(0, mostMails).map((id) => this.read(id)));
    return mails.filter((mail) => mail !== null).map(({ text: _text, html: _html, ...mail }) => mail);
  }

  async read(id: string): Promise<ReadMail | null> {
    if (!isId(id)) return null;
    const source = await readFile(join(this.#folder, nameOf(id))).catch(() => null);
    if (source === null) return null;
    const { from, to, subject = '', text = '', html } = await simpleParser(source, { skipImageLinks: true });
    const receivers = to === undefined ? [] : [to].flat().map((each) => each.text);
    return {
      id,
      at: new Date(Number(id.slice(0, 15))).toISOString(),
      from: from?.text ?? '',
      to: receivers.join(', '),
      subject,
      text,
      html: html === false ? '' : html,
    };
  }

  async empty(): Promise<void> {
    for (const id of await this.#ids()) await rm(join(this.#folder, nameOf(id)), { force: true });
  }

  async forgetOldest(): Promise<void> {
    for (const id of (await this.#ids()).slice(mostMails)) await rm(join(this.#folder, nameOf(id)), { force: true });
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

/** Says that a mail was taken once it is on the disk. */
async function receive(folder: string, stream: SMTPServerDataStream, done: (error?: Error | null) => void): Promise<void> {
  try {
    const source = await buffer(stream);
    if (stream.sizeExceeded) throw new Error('The mail is too large.');
    await keep(folder, source);
    done();
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
  }
}

async function keep(folder: string, source: Buffer): Promise<void> {
  const id = `${String(Date.now()).padStart(15, '0')}-${randomUUID()}`;
  await writeFile(join(folder, nameOf(id)), source, { mode: 0o600, flush: true });
}

/** Listens for this machine alone, on a port that is free. */
export async function openMailbox(dataDir: string, logger: Logger, port = 0): Promise<Mailbox> {
  const folder = join(dataDir, 'mailbox');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: mostBytes,
    onData: (stream, _session, done) => void receive(folder, stream, done),
  });
  server.on('error', (error) => logger.warn({ err: error }, 'the mailbox had a fault'));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const mailbox = new Mailbox(folder, server);
  await mailbox.forgetOldest();
  return mailbox;
}
