import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, anyone, signedIn, viewerId } from '../kernel/authorize.ts';
import { mutate } from '../kernel/mutation.ts';
import { StoredFile } from '../file/stored-file.entity.ts';
import { fileById } from '../file/stored-file.queries.ts';
import { canSeeAccount } from '../user/user.policy.ts';
import { userById } from '../user/user.queries.ts';
import { editProfile } from './edit-profile.ts';
import { Profile } from './profile.entity.ts';
import { UpdateProfileInput, UpdateProfilePayload } from './profile.input.ts';
import { profileByUser, type ProfileRow } from './profile.queries.ts';

/** A card may come with another row, without what only its owner reads. */
type CardRow = Omit<ProfileRow, 'bio' | 'phone' | 'revision'>;

/** Everybody has a name, but those whose account was erased. */
const isFormerMember = ({ firstName, lastName }: CardRow): boolean => firstName === '' && lastName === '';

@Resolver(() => Profile)
export class ProfileResolver {
  @FieldResolver(() => String, { description: 'First and last name; `Former member` where the account was erased.' })
  displayName(@Root() profile: CardRow) {
    return isFormerMember(profile) ? 'Former member' : `${profile.firstName} ${profile.lastName}`;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the account was erased: whose it was is known to nobody.' })
  isFormerMember(@Root() profile: CardRow) {
    return isFormerMember(profile);
  }

  @FieldResolver(() => StoredFile, { nullable: true, description: 'Their picture; null: draw one from the initials.' })
  avatar(@Root() { avatarId }: CardRow, @Ctx() ctx: Context) {
    return avatarId === null ? null : fileById(ctx, avatarId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The language that they chose (ISO 639-1); null: none. Null unless one's own, or for who manages accounts.",
  })
  @Access({ scope: 'profile:read', rule: anyone })
  language(@Root() { userId, language }: CardRow, @Ctx() ctx: Context) {
    return canSeeAccount(ctx.viewer, { id: userId }) ? language : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The time zone that they chose (IANA, for example `Europe/Paris`); null: none. Null unless one's own, or for who manages accounts.",
  })
  @Access({ scope: 'profile:read', rule: anyone })
  timeZone(@Root() { userId, timeZone }: CardRow, @Ctx() ctx: Context) {
    return canSeeAccount(ctx.viewer, { id: userId }) ? timeZone : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "A phone number; may be empty. Null unless one's own, or for who manages accounts.",
  })
  @Access({ scope: 'profile:read', rule: anyone })
  async phone(@Root() { userId }: CardRow, @Ctx() ctx: Context) {
    return canSeeAccount(ctx.viewer, { id: userId }) ? (await profileByUser(ctx, userId))?.phone : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Grows with each edit, from 1: what `updateProfile` takes as `expectedRevision`. Null unless one's own, or for who manages accounts.",
  })
  @Access({ scope: 'profile:read', rule: anyone })
  async revision(@Root() { userId }: CardRow, @Ctx() ctx: Context) {
    return canSeeAccount(ctx.viewer, { id: userId }) ? (await profileByUser(ctx, userId))?.revision : null;
  }

  @Mutation(() => UpdateProfilePayload, { nullable: true, description: "Changes one's own profile." })
  @Access({ scope: 'profile:write', rule: signedIn })
  updateProfile(@Arg('input', () => UpdateProfileInput, { description: 'What changes.' }) input: UpdateProfileInput, @Ctx() ctx: Context) {
    return mutate(
      ctx,
      (em) => editProfile(em, viewerId(ctx), viewerId(ctx), input),
      async () => ({ viewer: await userById(ctx, viewerId(ctx)) }),
    );
  }
}
