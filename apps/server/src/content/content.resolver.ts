import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Course } from '../course/course.entity.ts';
import { canEditCourse, canReadCourse } from '../course/course.policy.ts';
import { courseById } from '../course/course.queries.ts';
import { Access, anyone, viewerId } from '../kernel/authorize.ts';
import { notFound } from '../kernel/errors.ts';
import { globalId, uuidOf } from '../kernel/global-id.ts';
import { mutate, mutateAtOnce, payloadType } from '../kernel/mutation.ts';
import { reorder } from '../kernel/position.ts';
import { structureNotice, tellStructure } from '../course/structure-event.ts';
import { Module } from '../module/module.entity.ts';
import { moduleById, type ModuleRow, theModule } from '../module/module.queries.ts';
import { Content, contentsInModule } from './content.entity.ts';
import { contentById, type ContentRow, contentsOfModule, previewsOfModule, theContent } from './content.queries.ts';
import { ContentPreview } from './content-preview.ts';
import { Item } from './item.entity.ts';
import { itemOfContent } from './item.queries.ts';
import { moveContent } from './move-content.ts';
import { presentContent } from './present-content.ts';
import { renameContent } from './rename-content.ts';

@InputType({ description: 'Which content goes to the trash.' })
class DeleteContentInput {
  @Field(() => ID, { description: 'The content.' })
  id!: string;
}

@InputType({ description: 'Where a content goes: within its module or to another of the same course.' })
class MoveContentInput {
  @Field(() => ID, { description: 'The content.' })
  id!: string;

  @Field(() => ID, { description: 'The module in which it stands from now on.' })
  moduleId!: string;

  @Field(() => ID, { nullable: true, description: 'The content of that module behind which it stands; null: first.' })
  afterId?: string | null;
}

@InputType({ description: 'A new order of the contents of a module.' })
class ReorderContentsInput {
  @Field(() => ID, { description: 'The module.' })
  moduleId!: string;

  @Field(() => [ID], { description: 'Each of its contents exactly once, in the new order.' })
  ids!: string[];
}

@InputType({ description: 'What a content is called from now on.' })
class RenameContentInput {
  @Field(() => ID, { description: 'The content.' })
  id!: string;

  @Field(() => String, { description: 'The title of its item: 1 to 200 characters.' })
  title!: string;
}

const RenameContentPayload = payloadType('RenameContentPayload', {
  content: { type: () => Content, description: 'The content with its new title.' },
});
const DeleteContentPayload = payloadType('DeleteContentPayload', {
  deletedContentId: { type: () => ID, description: 'The id of what went to the trash.' },
  module: { type: () => Module, description: 'The module that it was in.' },
});
const MoveContentPayload = payloadType('MoveContentPayload', {
  content: { type: () => Content, description: 'The content in its new place.' },
  course: { type: () => Course, description: 'The course, with the modules that it left and entered.' },
});
const ReorderContentsPayload = payloadType('ReorderContentsPayload', {
  module: { type: () => Module, description: 'The module in its new order.' },
});

@Resolver(() => Content)
export class ContentResolver {
  @FieldResolver(() => Module, { description: 'The module in which it stands.' })
  module(@Root() { moduleId }: ContentRow, @Ctx() ctx: Context) {
    return moduleById(ctx, moduleId);
  }

  @FieldResolver(() => Item, { description: 'What stands in this place: a LockedItem while the viewer may not read it yet.' })
  @Access({ scope: 'course:read', rule: anyone })
  item(@Root() content: ContentRow, @Ctx() ctx: Context) {
    return itemOfContent(ctx, content);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may change, move and delete it.' })
  async viewerCanEdit(@Root() { courseId }: ContentRow, @Ctx() ctx: Context) {
    const course = await courseById(ctx, courseId);
    return course !== null && canEditCourse(ctx.viewer, course);
  }

  @Mutation(() => RenameContentPayload, { nullable: true, description: 'Changes the title of the item of a content, of whatever kind.' })
  @Access({ scope: 'course:write', on: theContent('input.id'), rule: canEditCourse })
  renameContent(@Arg('input', () => RenameContentInput, { description: 'Its new title.' }) input: RenameContentInput, @Ctx() ctx: Context) {
    return mutate(
      ctx,
      (em) => renameContent(em, uuidOf('Content', input.id), { title: input.title, by: viewerId(ctx) }),
      async () => ({ content: await contentById(ctx, uuidOf('Content', input.id)) }),
    );
  }

  @Mutation(() => DeleteContentPayload, {
    nullable: true,
    description: 'Puts a content into the trash for 30 days; its place is free at once.',
  })
  @Access({ scope: 'course:write', on: theContent('input.id'), rule: canEditCourse })
  deleteContent(@Arg('input', () => DeleteContentInput, { description: 'The content.' }) input: DeleteContentInput, @Ctx() ctx: Context) {
    return mutate(
      ctx,
      async (em) => {
        const { content, courseId } = await presentContent(em, uuidOf('Content', input.id));
        content.moveToTrash(new Date(), viewerId(ctx));
        await tellStructure(em, courseId, { moduleIds: [content.moduleId], deletedContentIds: [content.id] });
        return content;
      },
      async ({ id, moduleId }) => ({ deletedContentId: globalId('Content', id), module: await moduleById(ctx, moduleId) }),
    );
  }

  @Mutation(() => MoveContentPayload, {
    nullable: true,
    description: 'Moves a content within its module, or to another module of the course.',
  })
  @Access({ scope: 'course:write', on: theContent('input.id'), rule: canEditCourse })
  moveContent(@Arg('input', () => MoveContentInput, { description: 'What goes where.' }) input: MoveContentInput, @Ctx() ctx: Context) {
    const move = {
      id: uuidOf('Content', input.id),
      moduleId: uuidOf('Module', input.moduleId),
      afterId: input.afterId ? uuidOf('Content', input.afterId) : null,
    };
    return mutate(
      ctx,
      (em) => moveContent(em, move),
      async (courseId) => ({ content: await contentById(ctx, move.id), course: await courseById(ctx, courseId) }),
    );
  }

  @Mutation(() => ReorderContentsPayload, {
    nullable: true,
    description: 'Writes an exact permutation of the contents of a module, or refuses it as a whole.',
  })
  @Access({ scope: 'course:write', on: theModule('input.moduleId'), rule: canEditCourse })
  reorderContents(
    @Arg('input', () => ReorderContentsInput, { description: 'The new order.' }) input: ReorderContentsInput,
    @Ctx() ctx: Context,
  ) {
    const moduleId = uuidOf('Module', input.moduleId);
    const ids = input.ids.map((id) => uuidOf('Content', id));
    return mutateAtOnce(
      ctx,
      async (actor) => {
        const module = await moduleById(ctx, moduleId);
        if (module === null) throw notFound();
        const notice = structureNotice(module.courseId, { moduleIds: [moduleId] });
        await reorder(actor, contentsInModule, { parentId: moduleId, ids, notice });
      },
      async () => ({ module: await moduleById(ctx, moduleId) }),
    );
  }
}

/** What contents add to a module, which need not know of them. */
@Resolver(() => Module)
export class ModuleContentsResolver {
  @FieldResolver(() => [Content], {
    nullable: true,
    description: 'In their order, at most 200. Null, without an error, for who may not read the course.',
  })
  @Access({ scope: 'course:read', rule: anyone })
  async contents(@Root() { id, courseId }: ModuleRow, @Ctx() ctx: Context) {
    const course = await courseById(ctx, courseId);
    return course !== null && canReadCourse(ctx.viewer, course) ? contentsOfModule(ctx, id) : null;
  }

  @FieldResolver(() => [ContentPreview], {
    description: 'Kinds and titles of its contents, in their order, at most 200: the published ones, and drafts for who sees them.',
  })
  contentPreviews(@Root() { id }: ModuleRow, @Ctx() ctx: Context) {
    return previewsOfModule(ctx, id);
  }
}
