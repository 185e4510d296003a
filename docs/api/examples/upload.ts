import { createCursusClient, requireAccepted } from '@cursus/client';
import { graphql } from './gql/gql.ts';

const UploadFile = graphql(`
  mutation UploadFile($input: UploadFileInput!) {
    uploadFile(input: $input) {
      file {
        id
        name
        size
        mediaType
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const cursus = createCursusClient({ endpoint: `${process.env['CURSUS_URL']}/graphql`, token: process.env['CURSUS_TOKEN'] ?? null });

const file = new File(['moon,date\nfull,2026-11-24\n'], 'moon.csv', { type: 'text/csv' });
const { uploadFile } = await cursus.request(UploadFile, { input: { file, use: 'FILE' } });
console.log(requireAccepted(uploadFile).file);
