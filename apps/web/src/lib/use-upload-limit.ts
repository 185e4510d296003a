import { useQuery } from '@apollo/client/react';
import { defaultMaxSize, extensionsByUse, type FileUse as RuledUse } from '@cursus/rules/files';
import { graphql } from '../gql/gql.ts';
import type { FileUse } from '../gql/graphql.ts';
import type { FileLimit } from './upload-limit.ts';

const UploadLimitsDocument = graphql(`
  query UploadLimits {
    uploadLimits {
      use
      maxSize
      extensions
    }
  }
`);

const ruledUses: Readonly<Record<FileUse, RuledUse>> = {
  AVATAR: 'avatar',
  IMAGE: 'image',
  FILE: 'file',
  VIDEO: 'video',
  CAPTIONS: 'captions',
};

/** What holds until the server has said what its configuration allows. */
const usualLimit = (use: FileUse): FileLimit => ({
  maxSize: defaultMaxSize[ruledUses[use]],
  extensions: Object.keys(extensionsByUse[ruledUses[use]]),
});

/** What may be uploaded for each use, known before anything is sent. */
export function useUploadLimits(): (use: FileUse) => FileLimit {
  const { data } = useQuery(UploadLimitsDocument, { fetchPolicy: 'cache-first' });
  return (use) => data?.uploadLimits.find((limit) => limit.use === use) ?? usualLimit(use);
}
