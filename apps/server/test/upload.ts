import { print } from 'graphql';
import sharp from 'sharp';
import { graphql } from './gql/gql.ts';
import type { FileUse, TestUploadMutation } from './gql/graphql.ts';
import { uuidOf } from '../src/kernel/global-id.ts';
import type { Answer, Caller } from './harness.ts';

const TestUpload = graphql(`
  mutation TestUpload($use: FileUse!, $file: Upload!) {
    uploadFile(input: { use: $use, file: $file }) {
      file {
        id
        name
        mediaType
        size
        width
        height
        url
      }
      userErrors {
        code
        path
        ... on LimitError {
          limit
        }
      }
    }
  }
`);

const pixels = { width: 3, height: 2, channels: 3, background: 'teal' } as const;

/** The smallest content of each type that is told by its content. */
export const contentOf = {
  png: new Uint8Array(await sharp({ create: pixels }).png().toBuffer()),
  pdf: new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
  webm: new Uint8Array(Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806700', 'hex')),
  vtt: new TextEncoder().encode('WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n'),
  text: new TextEncoder().encode('Ça tient en une ligne.\n'),
};

export interface Upload {
  readonly use: FileUse;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** An upload as the specification of multipart requests has it. */
export function formOf({ use, name, bytes }: Upload): FormData {
  const form = new FormData();
  form.set('operations', JSON.stringify({ query: print(TestUpload), variables: { use, file: null } }));
  form.set('map', JSON.stringify({ 0: ['variables.file'] }));
  form.set('0', new Blob([bytes]), name);
  return form;
}

export const upload = (caller: Caller, file: Upload): Promise<Answer<TestUploadMutation>> =>
  caller.post(formOf(file), { 'apollo-require-preflight': 'true' });

const ordinary: Readonly<Record<FileUse, Omit<Upload, 'use'>>> = {
  AVATAR: { name: 'me.png', bytes: contentOf.png },
  IMAGE: { name: 'picture.png', bytes: contentOf.png },
  FILE: { name: 'sheet.pdf', bytes: contentOf.pdf },
  VIDEO: { name: 'film.webm', bytes: contentOf.webm },
  CAPTIONS: { name: 'film.en.vtt', bytes: contentOf.vtt },
};

/** A file of the caller's, of the kind that the use is for. */
export async function uploaded(caller: Caller, use: FileUse): Promise<{ id: string; uuid: string; url: string }> {
  const { data, errors } = await upload(caller, { use, ...ordinary[use] });
  const file = data?.uploadFile?.file;
  if (!file) throw new Error(`the upload failed: ${JSON.stringify([data, errors])}`);
  return { ...file, uuid: uuidOf('StoredFile', file.id) };
}
