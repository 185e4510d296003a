import { useEffect, useEffectEvent, useId, useState, useSyncExternalStore } from 'react';
import type { FileUse } from '../gql/graphql.ts';
import type { FileLimit } from './upload-limit.ts';
import { type Upload, type UploadedFile, uploadQueue } from './upload-queue.ts';

export const useUploads = (): readonly Upload[] => useSyncExternalStore(uploadQueue.subscribe, uploadQueue.uploads);

/** By this an upload finds the field of a form again. */
export const fieldOf = (page: string, name: string): string => `${page} ${name}`;

interface UploadOptions {
  use: FileUse;
  limit: FileLimit;
  /** What the field is called in its form: by this an upload finds it again after somebody was elsewhere. Without it, it ends with the page. */
  name: string | undefined;
  onUploaded: (file: UploadedFile) => void;
}

/** One file of a field on its way to the server. A second one takes the first one's place. */
export function useUpload({ use, limit, name, onUploaded }: UploadOptions) {
  const own = useId();
  const [page] = useState(() => window.location.pathname);
  const field = name === undefined ? own : fieldOf(page, name);
  const upload = useUploads().find((each) => each.field === field);

  const take = useEffectEvent(onUploaded);
  useEffect(() => {
    if (upload?.state.status !== 'arrived') return;
    uploadQueue.remove(upload.id);
    take(upload.state.stored);
  }, [upload]);

  useEffect(() => {
    if (name !== undefined) return undefined;
    return () => {
      for (const { id } of uploadQueue.uploads().filter((each) => each.field === field)) uploadQueue.remove(id);
    };
  }, [name, field]);

  const cancel = (): void => {
    if (upload !== undefined) uploadQueue.remove(upload.id);
  };
  const start = (file: File): void => {
    cancel();
    uploadQueue.add({ file, use, limit, field });
  };
  const retry = (): void => {
    if (upload !== undefined) uploadQueue.retry(upload.id);
  };
  return { upload: upload?.state.status === 'arrived' ? undefined : upload, start, cancel, retry };
}
