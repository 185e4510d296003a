import { useQuery } from '@apollo/client/react';
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

/** What may be uploaded for a use; undefined until the server has said so. */
export function useUploadLimit(use: FileUse): FileLimit | undefined {
  const { data } = useQuery(UploadLimitsDocument, { fetchPolicy: 'cache-first' });
  return data?.uploadLimits.find((limit) => limit.use === use);
}
