import { print } from 'graphql';
import { graphql } from '../gql/gql.ts';
import type { FileUse, UploadFileMutation } from '../gql/graphql.ts';
import { dataOf, graphqlPath, parseAnswer, preflightHeader } from './graphql-request.ts';
import { session } from './session.ts';

const UploadFile = graphql(`
  mutation UploadFile($input: UploadFileInput!) {
    uploadFile(input: $input) {
      file {
        id
        name
        mediaType
        size
        url
        width
        height
      }
      userErrors {
        ...UserError_error
      }
    }
  }
`);

export type UploadPayload = NonNullable<UploadFileMutation['uploadFile']>;

export interface UploadRequest {
  file: File;
  use: FileUse;
  /** 0 to 1, of the bytes that have left this machine. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Sends one file (graphql-multipart-request-spec). By XMLHttpRequest, because fetch doesn't tell how far it has come. */
export async function uploadFile({ file, use, onProgress, signal }: UploadRequest): Promise<UploadPayload> {
  const token = await session.accessToken();
  signal.throwIfAborted();
  const body = new FormData();
  body.append('operations', JSON.stringify({ query: print(UploadFile), variables: { input: { file: null, use } } }));
  body.append('map', JSON.stringify({ file: ['variables.input.file'] }));
  body.append('file', file);
  const headers = { ...preflightHeader, ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
  const response = await post({ body, headers, onProgress, signal });
  const { uploadFile: payload } = dataOf(parseAnswer<UploadFileMutation>(response.text), response);
  if (payload === null) throw new Error('uploadFile answered null without an error');
  return payload;
}

interface Post {
  body: FormData;
  headers: Record<string, string>;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

function post({ body, headers, onProgress, signal }: Post): Promise<{ status: number; text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>();
  const request = new XMLHttpRequest();
  const abort = (): void => request.abort();
  signal.addEventListener('abort', abort);
  request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
  request.onload = () => resolve({ status: request.status, text: request.responseText });
  // What fetch throws when there is no connection, so that both are told alike.
  request.onerror = () => reject(new TypeError('Failed to fetch'));
  request.onabort = () => reject(signal.reason);
  request.onloadend = () => signal.removeEventListener('abort', abort);
  request.open('POST', graphqlPath);
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  request.send(body);
  return promise;
}
