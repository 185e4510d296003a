import { imageRule } from '@cursus/rules/content';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { canEditCourse } from '../course/course.policy.ts';
import { ownFile } from '../file/own-file.ts';
import { StoredFile } from '../file/stored-file.entity.ts';
import { fileById } from '../file/stored-file.queries.ts';
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

@ObjectType({ implements: Item, description: 'A picture, with the words that stand for it.' })
@Entity()
class Image extends Item {
  override kind = 'image';

  @ManyToOne(() => StoredFile, { mapToPk: true })
  fileId!: string;

  @Field(() => String, { description: 'What the picture says, for who does not see it: 1 to 1,000 characters.' })
  @Property({ type: 'text' })
  alternativeText!: string;

  @Field(() => String, { description: 'Shown below the picture: at most 1,000 characters; may be empty.' })
  @Property({ type: 'text' })
  caption: string = '';
}

@InputType({ description: 'A new picture in a module.' })
class CreateImageInput extends CreateItemInput {
  @Field(() => ID, { description: "A file of one's own, uploaded for the use IMAGE." })
  fileId!: string;

  @Field(() => String, { description: 'What the picture says, for who does not see it: 1 to 1,000 characters.' })
  alternativeText!: string;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  caption?: string | null;
}

@InputType({ description: 'What changes in a picture; absent fields stay.' })
class UpdateImageInput extends UpdateItemInput {
  @Field(() => ID, { nullable: true, description: "Another file of one's own, uploaded for the use IMAGE." })
  fileId?: string | null;

  @Field(() => String, { nullable: true, description: '1 to 1,000 characters.' })
  alternativeText?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  caption?: string | null;
}

const CreateImagePayload = payloadType('CreateImagePayload', createdItemFields);
const UpdateImagePayload = payloadType('UpdateImagePayload', updatedItemFields);

const imageById = rowById((ctx: Context, ids) =>
  ctx.db
    .selectFrom('image')
    .select(['id', 'file_id as fileId', 'alternative_text as alternativeText', 'caption'])
    .where(isAny('id', ids))
    .execute(),
);

@Resolver(() => Image)
class ImageResolver {
  @FieldResolver(() => StoredFile, { description: 'The picture itself.' })
  async file(@Root() { id }: ItemRow, @Ctx() ctx: Context) {
    const item = await imageById(ctx, id);
    return item && fileById(ctx, item.fileId);
  }

  @FieldResolver(() => String)
  async alternativeText(@Root() { id }: ItemRow, @Ctx() ctx: Context) {
    return (await imageById(ctx, id))?.alternativeText;
  }

  @FieldResolver(() => String)
  async caption(@Root() { id }: ItemRow, @Ctx() ctx: Context) {
    return (await imageById(ctx, id))?.caption;
  }

  @Mutation(() => CreateImagePayload, { nullable: true, description: 'Adds a picture to a module.' })
  @Access({ scope: 'course:write', on: theModule('input.moduleId'), rule: canEditCourse })
  createImage(@Arg('input', () => CreateImageInput, { description: 'The new picture.' }) input: CreateImageInput, @Ctx() ctx: Context) {
    return createItem(ctx, input, async (em) => {
      const fields = checked(imageRule, { ...input, caption: input.caption ?? '' });
      const fileId = await ownFile(em, viewerId(ctx), { id: input.fileId, use: 'image', path: ['fileId'] });
      return { item: Object.assign(new Image(), fields, { fileId }), fileIds: [fileId] };
    });
  }

  @Mutation(() => UpdateImagePayload, { nullable: true, description: 'Changes a picture of a module.' })
  @Access({ scope: 'course:write', on: theContent('input.contentId'), rule: canEditCourse })
  updateImage(@Arg('input', () => UpdateImageInput, { description: 'What changes.' }) input: UpdateImageInput, @Ctx() ctx: Context) {
    return updateItem(ctx, Image, input, async (item, em) => {
      Object.assign(item, checked(imageRule.partial(), given(input)));
      if (input.fileId)
        item.fileId = await ownFile(em, viewerId(ctx), { id: input.fileId, use: 'image', path: ['fileId'], present: item.fileId });
      return [item.fileId];
    });
  }
}

export const imageKind = { kind: 'image' as const, entity: Image, resolver: ImageResolver } satisfies ItemKind;
