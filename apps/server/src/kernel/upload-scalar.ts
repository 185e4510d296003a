import type { Readable } from 'node:stream';
import GraphQLUploadScalar from 'graphql-upload/GraphQLUpload.mjs';

/** A file of a multipart request, as the parser hands it over. */
export interface FileUpload {
  readonly filename: string;
  createReadStream(): Readable;
}

export const GraphQLUpload = GraphQLUploadScalar;
