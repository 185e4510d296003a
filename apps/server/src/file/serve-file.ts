import { basename, extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { createContext, type Services } from '../context.ts';
import type { Viewer } from '../kernel/authorize.ts';
import { ApiError, notFound, unauthenticated } from '../kernel/errors.ts';
import { variantBytes, variantsOf } from './picture-variants.ts';
import { canReadFile, fileById, type StoredFileRow } from './stored-file.queries.ts';

const uuidForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const noCookies = { set: () => undefined, clear: () => undefined };

const isShownInline = (mediaType: string) => /^(?:image|video|audio)\//.test(mediaType) || mediaType === 'application/pdf';

/** Nothing that a file holds may act on this origin; a browser's PDF viewer does not start in a sandbox, and needs none. */
const policyOf = (mediaType: string) =>
  mediaType === 'application/pdf'
    ? "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'"
    : "default-src 'none'; style-src 'unsafe-inline'; sandbox";

function describe(res: Response, file: Pick<StoredFileRow, 'id' | 'name' | 'mediaType'>): void {
  const kind = isShownInline(file.mediaType) ? 'inline' : 'attachment';
  res.set({
    'Content-Type': file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType,
    'Content-Disposition': `${kind}; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`,
    'Content-Security-Policy': policyOf(file.mediaType),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-cache',
    'Accept-Ranges': 'bytes',
    ETag: `"${file.id}"`,
  });
}

/** The file that an address names, when the viewer may read it at this moment; otherwise nobody learns whether there is one. */
async function readable(services: Services, viewer: Viewer | null, id: string): Promise<StoredFileRow> {
  const request = { address: '', device: '', cookies: {} };
  const ctx = createContext(services, viewer, { request, cookies: noCookies });
  const file = uuidForm.test(id) ? await fileById(ctx, id) : null;
  if (file !== null && (await canReadFile(ctx, file))) return file;
  throw viewer === null ? unauthenticated() : notFound();
}

/** GET and HEAD of /files/:id, with Range. */
export async function serveFile(services: Services, viewer: Viewer | null, req: Request<{ id: string }>, res: Response): Promise<void> {
  await serveBytes(services, await readable(services, viewer, req.params.id), req, res);
}

/** What a file of the storage is to a browser. */
export type ServedFile = Pick<StoredFileRow, 'id' | 'name' | 'mediaType' | 'size'>;

/** Sends a file that its reader was found to have a right to, or the part of it that they ask for. */
export async function serveBytes(services: Services, file: ServedFile, req: Request, res: Response): Promise<void> {
  describe(res, file);
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  const size = Number(file.size);
  const ranges = req.range(size, { combine: true });
  if (ranges === -1) {
    res.status(416).set('Content-Range', `bytes */${size}`).end();
    return;
  }
  const range = Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined;
  if (range !== undefined) res.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${size}`);
  res.set('Content-Length', String(range === undefined ? size : range.end - range.start + 1));
  if (req.method === 'HEAD') {
    res.end();
    return;
  }
  await send(services, file, range, res);
}

/** GET and HEAD of /files/:id/:width, for the widths that the picture has; by the rights and the caching of the picture itself. */
export async function servePictureVariant(
  services: Services,
  viewer: Viewer | null,
  req: Request<{ id: string; width: string }>,
  res: Response,
): Promise<void> {
  const file = await readable(services, viewer, req.params.id);
  const variant = variantsOf(file).find(({ width }) => String(width) === req.params.width);
  if (variant === undefined) throw notFound();
  const { width, mediaType } = variant;
  describe(res, { id: `${file.id}-${width}`, name: `${basename(file.name, extname(file.name))}-${width}.webp`, mediaType });
  res.set('Accept-Ranges', 'none');
  if (req.fresh) res.status(304).end();
  else res.send(await variantBytes(services.storage, file.id, width));
}

/** Node's words for a response that was closed before, or while, it was written. */
const readerIsGone: ReadonlySet<unknown> = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE']);

async function send(services: Services, file: ServedFile, range: { start: number; end: number } | undefined, res: Response): Promise<void> {
  try {
    await pipeline(services.storage.read(file.id, range), res);
  } catch (error) {
    // A reader who goes away in the middle is no failure of ours.
    if (error instanceof Error && 'code' in error && readerIsGone.has(error.code)) return;
    if (error instanceof ApiError) throw error;
    services.logger.error({ err: error, file: file.id }, 'a file could not be read');
    res.destroy();
  }
}
