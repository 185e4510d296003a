import { type ClassType, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { contentById } from '../content/content.queries.ts';
import { Item, typeOfItem } from '../content/item.entity.ts';
import { itemById } from '../content/item.queries.ts';
import type { Context } from '../context.ts';
import { Course } from '../course/course.entity.ts';
import { canEditCourse, type CourseFacts } from '../course/course.policy.ts';
import { courseById } from '../course/course.queries.ts';
import { Access, anyone } from '../kernel/authorize.ts';
import { DateTime } from '../kernel/date-time.ts';
import { Node, type NodeRow } from '../kernel/node.ts';
import { Module } from '../module/module.entity.ts';
import { moduleById } from '../module/module.queries.ts';
import { User } from '../user/user.entity.ts';
import { userById, type UserRow } from '../user/user.queries.ts';
import { EditConflict, type EditConflictError } from './edit-conflict.ts';
import { revisionOf } from './revision.queries.ts';

type Row = { readonly id: string; readonly revision?: number };
type Revised = keyof typeof revisionOf;

const person = (id: string | null | undefined): UserRow | null => (id ? { id } : null);

/** The course by which it is judged who is told about an edit. */
const courseOf: Readonly<Record<Revised, (ctx: Context, id: string) => Promise<CourseFacts | null>>> = {
  Course: courseById,
  Module: async (ctx, id) => {
    const module = await moduleById(ctx, id);
    return module && courseById(ctx, module.courseId);
  },
  Item: async (ctx, id) => {
    const content = await contentById(ctx, id);
    return content && courseById(ctx, content.courseId);
  },
};

/** The last edit of it, for who may edit it. */
async function lastEdit(ctx: Context, on: Revised, id: string) {
  const course = await courseOf[on](ctx, id);
  return course !== null && canEditCourse(ctx.viewer, course) ? revisionOf[on](ctx, id) : null;
}

/** What revisions add to a course, a module and an item, which need not know more than that they have them. */
function revisionFieldsOf(on: Revised, type: () => ClassType | object): ClassType {
  @Resolver(type as () => ClassType)
  class RevisionFields {
    @FieldResolver(() => Int, { description: 'Grows with each edit of its fields, from 1: what an update takes as `expectedRevision`.' })
    async revision(@Root() { id, revision }: Row, @Ctx() ctx: Context) {
      return revision ?? (await revisionOf[on](ctx, id))?.revision;
    }

    @FieldResolver(() => User, {
      nullable: true,
      description:
        'Who edited its fields last. Null when nobody has since it was made, when their account is gone, and for who may not edit it.',
    })
    @Access({ scope: 'course:read', rule: anyone })
    async lastEditedBy(@Root() { id }: Row, @Ctx() ctx: Context) {
      return person((await lastEdit(ctx, on, id))?.editedById);
    }

    @FieldResolver(() => DateTime, {
      nullable: true,
      description: 'When its fields were edited last. Null when they were not since it was made, and for who may not edit it.',
    })
    @Access({ scope: 'course:read', rule: anyone })
    async lastEditedAt(@Root() { id }: Row, @Ctx() ctx: Context) {
      return (await lastEdit(ctx, on, id))?.editedAt;
    }
  }
  return RevisionFields;
}

@Resolver(() => EditConflict)
export class EditConflictResolver {
  @FieldResolver(() => Node, {
    nullable: true,
    description: 'What was edited, as it is stored now (of a profile: its User); null when it was deleted meanwhile.',
  })
  async current(@Root() { on, id }: EditConflictError, @Ctx() ctx: Context): Promise<NodeRow | null> {
    if (on === 'Item') {
      const item = await itemById(ctx, id);
      return item && { ...item, __typename: typeOfItem(item) };
    }
    if (on === 'Profile') {
      const user = await userById(ctx, id);
      return user && { ...user, __typename: 'User' };
    }
    const row = await (on === 'Course' ? courseById(ctx, id) : moduleById(ctx, id));
    return row && { ...row, __typename: on };
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who saved the other edit; null when their account is gone.' })
  editedBy(@Root() { editedById }: EditConflictError) {
    return person(editedById);
  }
}

export const CourseRevisionResolver = revisionFieldsOf('Course', () => Course);
export const ModuleRevisionResolver = revisionFieldsOf('Module', () => Module);
export const ItemRevisionResolver = revisionFieldsOf('Item', () => Item);
