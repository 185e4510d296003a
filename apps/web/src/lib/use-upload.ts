import { useEffect, useRef, useState } from 'react';
import type { FileUse } from '../gql/graphql.ts';
import { type Failure, failureOf } from './failure.ts';
import { mistakesOf } from './mistakes.ts';
import { uploadFile, type UploadPayload } from './upload.ts';
import { type FileLimit, uploadMistake } from './upload-limit.ts';
import type { Mistake } from './user-error.ts';

export type UploadedFile = NonNullable<UploadPayload['file']>;

export type UploadState =
  | { status: 'idle' }
  | { status: 'sending'; file: File; share: number }
  /** Nothing was kept. What failed may be tried again; a mistake needs another file. */
  | { status: 'stopped'; file: File; problem: { mistake: Mistake } | { failure: Failure } };

interface UploadOptions {
  use: FileUse;
  limit: FileLimit | undefined;
  onUploaded: (file: UploadedFile) => void;
}

/** One file on its way to the server. A second one takes the first one's place. */
export function useUpload({ use, limit, onUploaded }: UploadOptions) {
  const [state, setState] = useState<UploadState>({ status: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const cancel = (): void => {
    running.current?.abort();
    setState({ status: 'idle' });
  };

  const send = async (file: File, signal: AbortSignal): Promise<void> => {
    const onProgress = (share: number): void => setState((now) => (now.status === 'sending' && !signal.aborted ? { ...now, share } : now));
    try {
      const payload = await uploadFile({ file, use, onProgress, signal });
      if (signal.aborted) return;
      const [mistake] = mistakesOf(payload.userErrors);
      if (mistake !== undefined) return setState({ status: 'stopped', file, problem: { mistake } });
      setState({ status: 'idle' });
      if (payload.file !== null) onUploaded(payload.file);
    } catch (error) {
      if (!signal.aborted) setState({ status: 'stopped', file, problem: { failure: failureOf(error) } });
    }
  };

  const start = (file: File): void => {
    running.current?.abort();
    const mistake = limit === undefined ? null : uploadMistake(file, limit);
    if (mistake !== null) return setState({ status: 'stopped', file, problem: { mistake } });
    running.current = new AbortController();
    setState({ status: 'sending', file, share: 0 });
    void send(file, running.current.signal);
  };

  return { state, start, cancel };
}
