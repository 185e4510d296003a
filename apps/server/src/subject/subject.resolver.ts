import { randomUUID } from 'node:crypto';
import { slugFromTitle } from '@cursus/rules/slug';
import { subjectRule } from '@cursus/rules/subject';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { courseCountOfSubject, coursesOfSubject } from '../course/course-list.queries.ts';
import { CourseConnection, CourseOrderArgs } from '../course/course-connection.ts';
import { Access, anyone } from '../kernel/authorize.ts';
import { connectionType } from '../kernel/connection.ts';
import { notFound } from '../kernel/errors.ts';
import { globalId, uuidOf } from '../kernel/global-id.ts';
import { checked, given } from '../kernel/input-rules.ts';
import { once } from '../kernel/idempotency.ts';
import { mutate } from '../kernel/mutation.ts';
import { PageArgs } from '../kernel/paging.ts';
import { Subject } from './subject.entity.ts';
import {
  CreateSubjectInput,
  CreateSubjectPayload,
  DeleteSubjectInput,
  DeleteSubjectPayload,
  SubjectOrder,
  UpdateSubjectInput,
  UpdateSubjectPayload,
} from './subject.input.ts';
import { canManageSubjects } from './subject.policy.ts';
import { allSubjects, subjectById, subjectBySlug, type SubjectRow, theSubject } from './subject.queries.ts';

const SubjectConnection = connectionType('Subject', () => Subject);

@ArgsType()
class SubjectsArgs extends PageArgs {
  @Field(() => [SubjectOrder], { nullable: true, description: 'The order; absent: by title.' })
  orderBy?: SubjectOrder[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of a title or slug, at most 200 characters: accents, case and punctuation apart.',
  })
  search?: string | null;
}

@Resolver(() => Subject)
export class SubjectResolver {
  @Query(() => SubjectConnection, { description: 'All subjects, or those that a search finds.' })
  @Access({ scope: 'catalog:read', rule: anyone })
  subjects(@Args(() => SubjectsArgs) args: SubjectsArgs, @Ctx() ctx: Context) {
    return allSubjects(ctx, args);
  }

  @Query(() => Subject, { nullable: true, description: 'The subject with this slug; NOT_FOUND when there is none.' })
  @Access({ scope: 'catalog:read', rule: anyone })
  async subjectBySlug(@Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string, @Ctx() ctx: Context) {
    const subject = await subjectBySlug(ctx, slug);
    if (subject === null) throw notFound();
    return subject;
  }

  @FieldResolver(() => Int, { description: 'How many published courses it has.' })
  courseCount(@Root() { id }: SubjectRow, @Ctx() ctx: Context) {
    return courseCountOfSubject(ctx, id);
  }

  @FieldResolver(() => CourseConnection, { description: 'Its published courses.' })
  courses(@Root() { id }: SubjectRow, @Args(() => CourseOrderArgs) args: CourseOrderArgs, @Ctx() ctx: Context) {
    return coursesOfSubject(ctx, id, args);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may change it.' })
  viewerCanEdit(@Ctx() ctx: Context) {
    return canManageSubjects(ctx.viewer);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may delete it, once no course belongs to it.' })
  viewerCanDelete(@Ctx() ctx: Context) {
    return canManageSubjects(ctx.viewer);
  }

  @Mutation(() => CreateSubjectPayload, { nullable: true, description: 'Creates a subject.' })
  @Access({ scope: 'subject:write', rule: canManageSubjects })
  createSubject(
    @Arg('input', () => CreateSubjectInput, { description: 'The new subject.' }) input: CreateSubjectInput,
    @Ctx() ctx: Context,
  ) {
    return mutate(
      ctx,
      once(ctx, input, async (em) => {
        const subject = new Subject({
          id: randomUUID(),
          ...checked(subjectRule, { ...input, slug: input.slug ?? slugFromTitle(input.title) }),
        });
        em.persist(subject);
        return subject.id;
      }),
      async (id) => ({ subject: await subjectById(ctx, id) }),
    );
  }

  @Mutation(() => UpdateSubjectPayload, { nullable: true, description: 'Changes a subject.' })
  @Access({ scope: 'subject:write', on: theSubject('input.id'), rule: canManageSubjects })
  updateSubject(@Arg('input', () => UpdateSubjectInput, { description: 'What changes.' }) input: UpdateSubjectInput, @Ctx() ctx: Context) {
    const id = uuidOf('Subject', input.id);
    return mutate(
      ctx,
      async (em) => Object.assign(await em.findOneOrFail(Subject, id), checked(subjectRule.partial(), given(input))),
      async () => ({ subject: await subjectById(ctx, id) }),
    );
  }

  @Mutation(() => DeleteSubjectPayload, {
    nullable: true,
    description: 'Deletes a subject to which no course belongs, not even one in the trash: IN_USE otherwise.',
  })
  @Access({ scope: 'subject:write', on: theSubject('input.id'), rule: canManageSubjects })
  deleteSubject(@Arg('input', () => DeleteSubjectInput, { description: 'The subject.' }) input: DeleteSubjectInput, @Ctx() ctx: Context) {
    const id = uuidOf('Subject', input.id);
    return mutate(
      ctx,
      async (em) => {
        await em.nativeDelete(Subject, { id });
      },
      () => ({ deletedSubjectId: globalId('Subject', id) }),
    );
  }
}
