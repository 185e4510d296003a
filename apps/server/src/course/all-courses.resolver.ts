import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { asksFor } from '../kernel/asks-for.ts';
import { Access } from '../kernel/authorize.ts';
import { connectionType } from '../kernel/connection.ts';
import { PageArgs } from '../kernel/paging.ts';
import { User } from '../user/user.entity.ts';
import { allCourses, courseOwners } from './all-courses.queries.ts';
import { CourseConnection, CourseOrderArgs } from './course-connection.ts';
import { AllCourseFilter } from './course.input.ts';
import { canReadAnyCourse } from './course.policy.ts';

const CourseOwnerConnection = connectionType('CourseOwner', () => User);

@ArgsType()
class AllCoursesArgs extends CourseOrderArgs {
  @Field(() => AllCourseFilter, { nullable: true, description: 'Which of them.' })
  filter?: AllCourseFilter | null;

  @Field(() => String, {
    nullable: true,
    description: "Part of a title, of a slug or of the owner's name, at most 200 characters: accents, case and punctuation apart.",
  })
  search?: string | null;
}

@ArgsType()
class CourseOwnersArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Part of a name, at most 200 characters: accents, case and punctuation apart.' })
  search?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Those of these people (User) alone.' })
  ids?: string[] | null;
}

/** The administration's view of courses: all of them, wherever they stand. */
@Resolver()
export class AllCoursesResolver {
  @Query(() => CourseConnection, { description: 'All courses, drafts and archived ones included, but for what is in the trash.' })
  @Access({ scope: 'catalog:read', rule: canReadAnyCourse })
  allCourses(@Args(() => AllCoursesArgs) args: AllCoursesArgs, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return allCourses(ctx, args, (field) => asksFor(info, field));
  }

  @Query(() => CourseOwnerConnection, { description: 'Who owns a course of any status, by name.' })
  @Access({ scope: 'catalog:read', rule: canReadAnyCourse })
  courseOwners(@Args(() => CourseOwnersArgs) args: CourseOwnersArgs, @Ctx() ctx: Context) {
    return courseOwners(ctx, args);
  }
}
