import { fileRule } from '@cursus/rules/content';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { canEditCourse } from '../course/course.policy.ts';
import { StoredFile } from '../file/stored-file.entity.ts';
import { fileById } from '../file/stored-file.queries.ts';
import { ownFile } from '../file/own-file.ts';
import { isAny } from '../kernel/any-of.ts';
import { Access, viewerId } from '../kernel/authorize.ts';
import { checked, given } from '../kernel/input-rules.ts';
import { rowById } from '../kernel/loaders.ts';
import { payloadType } from '../kernel/mutation.ts';
import { theModule } from '../module/module.queries.ts';
import { theContent } from './content.queries.ts';
import { Item } from './item.entity.ts';
import { CreateItemInput, createdItemFields, UpdateItemInput, updatedItemFields } from './item.input.ts';
import type { ItemKind } from './item-kind.ts';
import { createItem, updateItem } from './item-mutations.ts';
import type { ItemRow } from './item.queries.ts';

@ObjectType({ implements: Item, description: 'A file to download.' })
@Entity()
class File extends Item {
  override kind = 'file';

  @ManyToOne(() => StoredFile, { mapToPk: true })
  fileId!: string;

  @Field(() => String, { description: 'What the file is for: plain text, at most 5,000 characters; may be empty.' })
  @Property({ type: 'text' })
  description: string = '';
}

@InputType({ description: 'A new file in a module.' })
class CreateFileInput extends CreateItemInput {
  @Field(() => ID, { description: "A file of one's own, uploaded for the use FILE." })
  fileId!: string;

  @Field(() => String, { nullable: true, description: 'At most 5,000 characters.' })
  description?: string | null;
}

@InputType({ description: 'What changes in a file; absent fields stay.' })
class UpdateFileInput extends UpdateItemInput {
  @Field(() => ID, { nullable: true, description: "Another file of one's own, uploaded for the use FILE." })
  fileId?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 5,000 characters.' })
  description?: string | null;
}

const CreateFilePayload = payloadType('CreateFilePayload', createdItemFields);
const UpdateFilePayload = payloadType('UpdateFilePayload', updatedItemFields);

const fileItemById = rowById((ctx: Context, ids) =>
  ctx.db.selectFrom('file').select(['id', 'file_id as fileId', 'description']).where(isAny('id', ids)).execute(),
);

@Resolver(() => File)
class FileResolver {
  @FieldResolver(() => StoredFile, { description: 'The file itself.' })
  async file(@Root() { id }: ItemRow, @Ctx() ctx: Context) {
    const item = await fileItemById(ctx, id);
    return item && fileById(ctx, item.fileId);
  }

  @FieldResolver(() => String)
  async description(@Root() { id }: ItemRow, @Ctx() ctx: Context) {
    return (await fileItemById(ctx, id))?.description;
  }

  @Mutation(() => CreateFilePayload, { nullable: true, description: 'Adds a file to a module.' })
  @Access({ scope: 'course:write', on: theModule('input.moduleId'), rule: canEditCourse })
  createFile(@Arg('input', () => CreateFileInput, { description: 'The new file.' }) input: CreateFileInput, @Ctx() ctx: Context) {
    return createItem(ctx, input, async (em) => {
      const fields = checked(fileRule, { ...input, description: input.description ?? '' });
      const fileId = await ownFile(em, viewerId(ctx), { id: input.fileId, use: 'file', path: ['fileId'] });
      return { item: Object.assign(new File(), fields, { fileId }), fileIds: [fileId] };
    });
  }

  @Mutation(() => UpdateFilePayload, { nullable: true, description: 'Changes a file of a module.' })
  @Access({ scope: 'course:write', on: theContent('input.contentId'), rule: canEditCourse })
  updateFile(@Arg('input', () => UpdateFileInput, { description: 'What changes.' }) input: UpdateFileInput, @Ctx() ctx: Context) {
    return updateItem(ctx, File, input, async (item, em) => {
      Object.assign(item, checked(fileRule.partial(), given(input)));
      if (input.fileId)
        item.fileId = await ownFile(em, viewerId(ctx), { id: input.fileId, use: 'file', path: ['fileId'], present: item.fileId });
      return [item.fileId];
    });
  }
}

export const fileKind = { kind: 'file' as const, entity: File, resolver: FileResolver } satisfies ItemKind;
