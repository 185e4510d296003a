import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Course } from '../course/course.entity.ts';
import { courseById } from '../course/course.queries.ts';
import { Access, anyone, signedIn, viewerId } from '../kernel/authorize.ts';
import { globalId, uuidOf } from '../kernel/global-id.ts';
import { mutate } from '../kernel/mutation.ts';
import { checkOwnPassword } from '../password/check-own-password.ts';
import { clearSessionCookies } from '../session/session-cookies.ts';
import { User } from '../user/user.entity.ts';
import { canManageAccount, canSeeAccount } from '../user/user.policy.ts';
import { theAccount, type UserRow } from '../user/user.queries.ts';
import { erasePerson } from './erase-person.ts';
import { EraseAccountInput, EraseAccountPayload, EraseUserInput, EraseUserPayload, ErasurePreview } from './erasure.input.ts';
import { coursesWithStudents, erasurePreviewOf, type ErasurePreviewRow } from './erasure.queries.ts';

/** The viewer's own password first, then the erasure of somebody: themselves, too. */
async function erase(ctx: Context, userId: string, password: string) {
  const refusal = await checkOwnPassword(ctx, password);
  return mutate(
    ctx,
    async (em) => {
      if (refusal !== null) throw refusal;
      await erasePerson(em, ctx, userId);
    },
    () => {
      // Other processes hear of it from the database; this one need not wait for that.
      ctx.services.viewers.forget(userId);
      if (userId === viewerId(ctx)) clearSessionCookies(ctx);
      return { erasedUserId: globalId('User', userId) };
    },
  );
}

@Resolver()
export class ErasureResolver {
  @Mutation(() => EraseAccountPayload, {
    nullable: true,
    description:
      "Erases one's own account for good, as `User.erasurePreview` tells beforehand: what others need stays as that of a former member. " +
      'HAS_STUDENTS while somebody follows a course of theirs, LAST_ADMINISTRATOR where nobody else could administer.',
  })
  @Access({ scope: 'session', rule: signedIn })
  eraseAccount(@Arg('input', () => EraseAccountInput, { description: 'That it is meant.' }) input: EraseAccountInput, @Ctx() ctx: Context) {
    return erase(ctx, viewerId(ctx), input.password);
  }

  @Mutation(() => EraseUserPayload, {
    nullable: true,
    description: "Erases another's account for good, as eraseAccount does one's own.",
  })
  @Access({ scope: 'session', on: theAccount('input.userId'), rule: canManageAccount })
  eraseUser(
    @Arg('input', () => EraseUserInput, { description: 'Whose, and that it is meant.' }) input: EraseUserInput,
    @Ctx() ctx: Context,
  ) {
    return erase(ctx, uuidOf('User', input.userId), input.password);
  }
}

/** What erasure adds to a person. */
@Resolver(() => User)
export class UserErasureResolver {
  @FieldResolver(() => ErasurePreview, {
    nullable: true,
    description: "What erasing their account would do. Null unless one's own, or for who manages accounts.",
  })
  @Access({ scope: 'session', rule: anyone })
  erasurePreview(@Root() user: UserRow, @Ctx() ctx: Context) {
    return canSeeAccount(ctx.viewer, user) ? erasurePreviewOf(ctx, user.id) : null;
  }
}

@Resolver(() => ErasurePreview)
export class ErasurePreviewResolver {
  @FieldResolver(() => [Course], {
    description:
      'Courses that somebody follows, and that need another owner before anything is erased (transferCourse); a hundred at most.',
  })
  async coursesToHandOver(@Root() { userId }: ErasurePreviewRow, @Ctx() ctx: Context) {
    const ids = await coursesWithStudents(ctx.db, userId);
    return (await Promise.all(ids.map((id) => courseById(ctx, id)))).filter((course) => course !== null);
  }
}
