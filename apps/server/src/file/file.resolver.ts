import { defaultMaxSize, extensionsByUse, type FileUse } from '@cursus/rules/files';
import { GraphQLUpload } from '../kernel/upload-scalar.ts';
import { Arg, Ctx, Field, FieldResolver, InputType, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, anyone, type Target, viewerId } from '../kernel/authorize.ts';
import { mutate, payloadType } from '../kernel/mutation.ts';
import type { FileUpload } from '../kernel/upload-scalar.ts';
import { canUpload } from './file.policy.ts';
import { fileUses } from './file-use.ts';
import { addressOfFile, PictureVariant, srcSetOf, variantsOf } from './picture-variants.ts';
import { storeFile } from './store-file.ts';
import { StoredFile } from './stored-file.entity.ts';
import { fileById, type StoredFileRow } from './stored-file.queries.ts';

@ObjectType({ description: 'What may be uploaded for a use.' })
class UploadLimit {
  @Field(() => fileUses, { simple: true, description: 'The use.' })
  use!: FileUse;

  @Field(() => Int, { simple: true, description: 'Bytes, at most.' })
  maxSize!: number;

  @Field(() => [String], { simple: true, description: 'The media types that are taken.' })
  mediaTypes!: string[];

  @Field(() => [String], { simple: true, description: 'The extensions that are taken: lower case, without the dot.' })
  extensions!: string[];
}

@InputType({ description: 'A file to keep.' })
class UploadFileInput {
  @Field(() => GraphQLUpload, { description: 'The file, by the GraphQL multipart request specification.' })
  file!: Promise<FileUpload>;

  @Field(() => fileUses, { description: 'What it is for.' })
  use!: FileUse;
}

const UploadFilePayload = payloadType('UploadFilePayload', {
  file: { type: () => StoredFile, description: 'The file. Unless something refers to it, it is swept after 24 hours.' },
});

const theUse: Target<Context, FileUse> = {
  type: 'FileUse',
  find: async (_ctx, args) => (args['input'] as UploadFileInput).use,
  canView: anyone,
};

@Resolver(() => StoredFile)
export class FileResolver {
  @Query(() => [UploadLimit], { description: 'What may be uploaded, for each use: to be told before an upload starts.' })
  @Access({ scope: 'catalog:read', rule: anyone })
  uploadLimits(): UploadLimit[] {
    return Object.values(fileUses).map((use) => ({
      use,
      maxSize: defaultMaxSize[use],
      mediaTypes: [...new Set(Object.values(extensionsByUse[use]))],
      extensions: Object.keys(extensionsByUse[use]),
    }));
  }

  @FieldResolver(() => String, {
    description: 'Its address on this server, `/files/…`: with a token, or with the cookie of a signed-in browser. Takes Range.',
  })
  url(@Root() { id }: StoredFileRow) {
    return addressOfFile(id);
  }

  @FieldResolver(() => [PictureVariant], {
    description:
      'A picture as WebP in 320, 640, 960, 1280 and 1920 pixels (that of a person in 64, 128 and 256), by width, none wider than it is. Empty for what is no picture, and for one that moves.',
  })
  variants(@Root() file: StoredFileRow) {
    return variantsOf(file);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The same as the `srcset` of an `img` takes them; null when there are none.',
  })
  srcSet(@Root() file: StoredFileRow) {
    return srcSetOf(file);
  }

  @FieldResolver(() => Int)
  size(@Root() { size }: StoredFileRow) {
    return Number(size);
  }

  @Mutation(() => UploadFilePayload, {
    nullable: true,
    description:
      'Keeps a file, found by its content to be of a type that the use takes. A picture (IMAGE, AVATAR) is encoded anew: the right way up, without metadata, 3,840 pixels a side at most; for AVATAR square, still, and 512.',
  })
  @Access({ scope: 'file:write', on: theUse, rule: canUpload })
  uploadFile(@Arg('input', () => UploadFileInput, { description: 'The file.' }) input: UploadFileInput, @Ctx() ctx: Context) {
    return storeFile(ctx, { ...input, ownerId: viewerId(ctx) }, (record) =>
      mutate(ctx, record, async (id) => ({ file: await fileById(ctx, id) })),
    );
  }
}
