import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, anyone } from '../kernel/authorize.ts';
import { StoredFile } from '../file/stored-file.entity.ts';
import { fileById } from '../file/stored-file.queries.ts';
import { canSeeAccount } from '../user/user.policy.ts';
import { Profile } from './profile.entity.ts';
import type { ProfileRow } from './profile.queries.ts';

@Resolver(() => Profile)
export class ProfileResolver {
  @FieldResolver(() => String, { description: 'First and last name.' })
  displayName(@Root() { firstName, lastName }: ProfileRow) {
    return `${firstName} ${lastName}`;
  }

  @FieldResolver(() => StoredFile, { nullable: true, description: 'Their picture; null: draw one from the initials.' })
  avatar(@Root() { avatarId }: ProfileRow, @Ctx() ctx: Context) {
    return avatarId === null ? null : fileById(ctx, avatarId);
  }

  @FieldResolver(() => String, { nullable: true, description: "The language they read in (ISO 639-1). Null unless one's own." })
  @Access({ scope: 'profile:read', rule: anyone })
  language(@Root() { userId, language }: ProfileRow, @Ctx() ctx: Context) {
    return canSeeAccount(ctx.viewer, { id: userId }) ? language : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Their time zone (IANA, for example `Europe/Paris`). Null unless one's own.",
  })
  @Access({ scope: 'profile:read', rule: anyone })
  timeZone(@Root() { userId, timeZone }: ProfileRow, @Ctx() ctx: Context) {
    return canSeeAccount(ctx.viewer, { id: userId }) ? timeZone : null;
  }
}
