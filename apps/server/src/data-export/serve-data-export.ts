import type { Request, Response } from 'express';
import type { Services } from '../context.ts';
import { serveBytes } from '../file/serve-file.ts';
import type { Viewer } from '../kernel/authorize.ts';
import { notFound, unauthenticated } from '../kernel/errors.ts';
import { DataExportStatus } from './data-export.entity.ts';
import { dataExportOf } from './data-export.queries.ts';

/** GET and HEAD of /files/data-exports/:id: to its owner, while it is good; to anybody else it is not there. */
export async function serveDataExport(
  services: Services,
  viewer: Viewer | null,
  req: Request<{ id: string }>,
  res: Response,
): Promise<void> {
  if (viewer === null) throw unauthenticated();
  const found = await dataExportOf(services.db, viewer.userId);
  if (found === undefined || found.id !== req.params.id || found.status !== DataExportStatus.READY || found.readyAt === null)
    throw notFound();
  const name = `cursus-${found.readyAt.toISOString().slice(0, 10)}.zip`;
  await serveBytes(services, { id: found.id, name, mediaType: 'application/zip', size: Number(found.size) }, req, res);
}
