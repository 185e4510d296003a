import { textRule } from '@cursus/rules/content';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Arg, Ctx, Field, FieldResolver, InputType, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { canEditCourse } from '../course/course.policy.ts';
import { contentFiles, filesInText } from '../file/refer-to-files.ts';
import { picturesOfContent } from '../file/shown-pictures.queries.ts';
import { StoredFile } from '../file/stored-file.entity.ts';
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

@ObjectType({ implements: Item, description: 'A text to read.' })
@Entity()
export class Text extends Item {
  override kind = 'text';

  @Field(() => String, {
    description:
      "Markdown: CommonMark, GitHub's tables and task lists, and LaTeX between `$`. At most 200,000 characters. A picture is a StoredFile by its `url`.",
  })
  @Property({ type: 'text' })
  body!: string;
}

@InputType({ description: 'A new text.' })
class CreateTextInput extends CreateItemInput {
  @Field(() => String, {
    description:
      "Markdown, at most 200,000 characters; stored to the byte. Files of one's own that it shows by their `url`, 200 at most, may be read by its readers.",
  })
  body!: string;
}

@InputType({ description: 'What changes in a text; absent fields stay.' })
class UpdateTextInput extends UpdateItemInput {
  @Field(() => String, {
    nullable: true,
    description:
      "Markdown, at most 200,000 characters; stored to the byte. Files of one's own that it shows by their `url`, 200 at most, may be read by its readers.",
  })
  body?: string | null;
}

const CreateTextPayload = payloadType('CreateTextPayload', createdItemFields);
const UpdateTextPayload = payloadType('UpdateTextPayload', updatedItemFields);

const textById = rowById((ctx: Context, ids) => ctx.db.selectFrom('text').select(['id', 'body']).where(isAny('id', ids)).execute());

@Resolver(() => Text)
class TextResolver {
  @FieldResolver(() => String)
  async body(@Root() { id }: ItemRow, @Ctx() ctx: Context) {
    return (await textById(ctx, id))?.body;
  }

  @FieldResolver(() => [StoredFile], {
    description: 'The pictures of this server that the text shows, by id, 200 at most: their sizes, for who lays it out.',
  })
  pictures(@Root() { id }: ItemRow, @Ctx() ctx: Context) {
    return picturesOfContent(ctx, id);
  }

  @Mutation(() => CreateTextPayload, { nullable: true, description: 'Adds a text to a module.' })
  @Access({ scope: 'course:write', on: theModule('input.moduleId'), rule: canEditCourse })
  createText(@Arg('input', () => CreateTextInput, { description: 'The new text.' }) input: CreateTextInput, @Ctx() ctx: Context) {
    return createItem(ctx, input, async (em) => {
      const item = Object.assign(new Text(), checked(textRule, input));
      return { item, fileIds: await filesInText(em, contentFiles, { id: null, text: item.body, by: viewerId(ctx), path: ['body'] }) };
    });
  }

  @Mutation(() => UpdateTextPayload, { nullable: true, description: 'Changes a text.' })
  @Access({ scope: 'course:write', on: theContent('input.contentId'), rule: canEditCourse })
  updateText(@Arg('input', () => UpdateTextInput, { description: 'What changes.' }) input: UpdateTextInput, @Ctx() ctx: Context) {
    return updateItem(ctx, Text, input, (text, em) => {
      Object.assign(text, checked(textRule.partial(), given(input)));
      return filesInText(em, contentFiles, { id: text.id, text: text.body, by: viewerId(ctx), path: ['body'] });
    });
  }
}

export const textKind = { kind: 'text' as const, entity: Text, resolver: TextResolver } satisfies ItemKind;
