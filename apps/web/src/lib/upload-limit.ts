import { extensionOf } from '@cursus/rules/files';
import type { Mistake } from './user-error.ts';

/** What the server takes for one use. */
export interface FileLimit {
  /** Bytes. */
  maxSize: number;
  /** Lower case, without the dot. */
  extensions: readonly string[];
}

/** Why a file would be refused, known before a byte of it is sent; null when the server may take it. */
export function uploadMistake({ name, size }: Pick<File, 'name' | 'size'>, { maxSize, extensions }: FileLimit): Mistake | null {
  if (!extensions.includes(extensionOf(name))) return { code: 'UNSUPPORTED_MEDIA_TYPE', field: 'file' };
  if (size === 0) return { code: 'REQUIRED', field: 'file' };
  return size > maxSize ? { code: 'TOO_LARGE', limit: maxSize, field: 'file' } : null;
}

/** For a file input's `accept`. */
export const acceptOf = ({ extensions }: Pick<FileLimit, 'extensions'>): string => extensions.map((extension) => `.${extension}`).join(',');
