import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { contentById, theContent } from '../content/content.queries.ts';
import { presentContent } from '../content/present-content.ts';
import type { Context } from '../context.ts';
import { canEditCourse } from '../course/course.policy.ts';
import { courseById } from '../course/course.queries.ts';
import { tellStructure } from '../course/structure-event.ts';
import { Access } from '../kernel/authorize.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { mutate } from '../kernel/mutation.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';
import { moduleById, theModule } from '../module/module.queries.ts';
import { presentModule } from '../module/present-module.ts';
import {
  PublishContentInput,
  PublishContentPayload,
  PublishModuleInput,
  PublishModulePayload,
  UnpublishContentInput,
  UnpublishContentPayload,
  UnpublishModuleInput,
  UnpublishModulePayload,
} from './publication.input.ts';

/** Who sees no drafts loses what becomes one. */
const lost = (id: string, status: PublicationStatus): string[] => (status === PublicationStatus.DRAFT ? [id] : []);

function setModuleStatus(ctx: Context, { id: asked }: { id: string }, status: PublicationStatus) {
  const id = uuidOf('Module', asked);
  return mutate(
    ctx,
    async (em) => {
      const module = await presentModule(em, id);
      if (module.status !== status) await tellStructure(em, module.courseId, { moduleIds: [id], deletedModuleIds: lost(id, status) });
      module.status = status;
      return module.courseId;
    },
    async (courseId) => ({ module: await moduleById(ctx, id), course: await courseById(ctx, courseId) }),
  );
}

function setContentStatus(ctx: Context, { id: asked }: { id: string }, status: PublicationStatus) {
  const id = uuidOf('Content', asked);
  return mutate(
    ctx,
    async (em) => {
      const { content, courseId } = await presentContent(em, id);
      const changed = { moduleIds: [content.moduleId], contentIds: [id], deletedContentIds: lost(id, status) };
      if (content.status !== status) await tellStructure(em, courseId, changed);
      content.status = status;
      return courseId;
    },
    async (courseId) => ({ content: await contentById(ctx, id), course: await courseById(ctx, courseId) }),
  );
}

/** Whether students see a module or a content: one way for both, as for courses. */
@Resolver()
export class PublicationResolver {
  @Mutation(() => PublishModulePayload, {
    nullable: true,
    description: 'Shows a module to the students of its course, with those of its contents that are published.',
  })
  @Access({ scope: 'course:write', on: theModule('input.id'), rule: canEditCourse })
  publishModule(@Arg('input', () => PublishModuleInput, { description: 'The module.' }) input: PublishModuleInput, @Ctx() ctx: Context) {
    return setModuleStatus(ctx, input, PublicationStatus.PUBLISHED);
  }

  @Mutation(() => UnpublishModulePayload, {
    nullable: true,
    description: 'Takes a module back to draft: students lose it and all that is in it from sight; what they have done is kept.',
  })
  @Access({ scope: 'course:write', on: theModule('input.id'), rule: canEditCourse })
  unpublishModule(
    @Arg('input', () => UnpublishModuleInput, { description: 'The module.' }) input: UnpublishModuleInput,
    @Ctx() ctx: Context,
  ) {
    return setModuleStatus(ctx, input, PublicationStatus.DRAFT);
  }

  @Mutation(() => PublishContentPayload, {
    nullable: true,
    description: 'Shows a content to the students of its course, provided that its module is published.',
  })
  @Access({ scope: 'course:write', on: theContent('input.id'), rule: canEditCourse })
  publishContent(
    @Arg('input', () => PublishContentInput, { description: 'The content.' }) input: PublishContentInput,
    @Ctx() ctx: Context,
  ) {
    return setContentStatus(ctx, input, PublicationStatus.PUBLISHED);
  }

  @Mutation(() => UnpublishContentPayload, {
    nullable: true,
    description: 'Takes a content back to draft: students lose it from sight; what they have done is kept.',
  })
  @Access({ scope: 'course:write', on: theContent('input.id'), rule: canEditCourse })
  unpublishContent(
    @Arg('input', () => UnpublishContentInput, { description: 'The content.' }) input: UnpublishContentInput,
    @Ctx() ctx: Context,
  ) {
    return setContentStatus(ctx, input, PublicationStatus.DRAFT);
  }
}
