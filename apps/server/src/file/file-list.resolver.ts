import { Arg, Args, Ctx, Extensions, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access } from '../kernel/authorize.ts';
import { connectionType } from '../kernel/connection.ts';
import { globalId, uuidOf } from '../kernel/global-id.ts';
import { mutate } from '../kernel/mutation.ts';
import { atMost } from '../kernel/operation-cost.ts';
import { User } from '../user/user.entity.ts';
import type { UserRow } from '../user/user.queries.ts';
import { deleteFile } from './delete-file.ts';
import { canDeleteFile, canManageFiles } from './file.policy.ts';
import { fileUses } from './file-use.ts';
import { DeleteFileInput, DeleteFilePayload, FileListArgs, FileReference } from './file-list.input.ts';
import { filesOfAll, theFile } from './file-list.queries.ts';
import { type FilePlace, type FileUseRow, mostReferences, useCountOf, usesOfFile } from './file-uses.queries.ts';
import { StoredFile } from './stored-file.entity.ts';
import type { StoredFileRow } from './stored-file.queries.ts';

const StoredFileConnection = connectionType('StoredFile', () => StoredFile);

const typeOfPlace: Readonly<Record<FilePlace, string>> = { avatar: 'User', cover: 'Course', overview: 'Course', content: 'Content' };

/** What is kept, by whom and for what: for who manages files, and of one's own. */
@Resolver(() => StoredFile)
export class FileListResolver {
  @Query(() => StoredFileConnection, { description: "Everybody's files, for who manages files." })
  @Access({ scope: 'file:read', rule: canManageFiles })
  files(@Args(() => FileListArgs) args: FileListArgs, @Ctx() ctx: Context) {
    return filesOfAll(ctx, args);
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: "Who uploaded it. Null unless it is one's own or one manages files, and when their account is gone.",
  })
  owner(@Root() file: StoredFileRow, @Ctx() { viewer }: Context) {
    return file.ownerId !== null && canDeleteFile(viewer, file) ? ({ id: file.ownerId } satisfies UserRow) : null;
  }

  @FieldResolver(() => fileUses, { description: 'What it was uploaded for.' })
  use(@Root() { use }: StoredFileRow) {
    return use;
  }

  @FieldResolver(() => [FileReference], {
    nullable: true,
    description: `Where it is used: at most ${mostReferences} places, of the \`referenceCount\` that there are. Null unless it is one's own or one manages files.`,
  })
  @Extensions(atMost(mostReferences))
  references(@Root() file: StoredFileRow, @Ctx() ctx: Context) {
    return canDeleteFile(ctx.viewer, file) ? usesOfFile(ctx, file.id) : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "In how many places it is used. Null unless it is one's own or one manages files.",
  })
  referenceCount(@Root() file: StoredFileRow, @Ctx() ctx: Context) {
    return canDeleteFile(ctx.viewer, file) ? useCountOf(ctx, file.id) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may delete it, once nothing refers to it.' })
  viewerCanDelete(@Root() file: StoredFileRow, @Ctx() { viewer }: Context) {
    return canDeleteFile(viewer, file);
  }

  @Mutation(() => DeleteFilePayload, {
    nullable: true,
    description: "Deletes a file for good: one's own, or anybody's for who manages files. While something refers to it: IN_USE.",
  })
  @Access({ scope: 'file:write', on: theFile('input.id'), rule: canDeleteFile })
  async deleteFile(@Arg('input', () => DeleteFileInput, { description: 'Which.' }) input: DeleteFileInput, @Ctx() ctx: Context) {
    const id = uuidOf('StoredFile', input.id);
    return mutate(
      ctx,
      (em) => deleteFile(em, id),
      async () => {
        await ctx.services.storage.remove(id);
        return { deletedFileId: input.id };
      },
    );
  }
}

@Resolver(() => FileReference)
export class FileReferenceResolver {
  @FieldResolver(() => ID)
  targetId(@Root() { id, place }: FileUseRow) {
    return globalId(typeOfPlace[place], id);
  }
}
