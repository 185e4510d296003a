import { z } from 'zod';

/** How an archive waits to be made. */
export const waitingDataExport = { name: 'build-data-export', rule: z.object({ id: z.string() }) };
