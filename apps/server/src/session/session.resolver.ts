import { signUpRule } from '@cursus/rules/account';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, anyone } from '../kernel/authorize.ts';
import { DateTime } from '../kernel/date-time.ts';
import { checked } from '../kernel/input-rules.ts';
import { mutate, payloadType } from '../kernel/mutation.ts';
import { isPassword, spendPassword } from '../kernel/password.ts';
import { hashOfSecret } from '../kernel/secret-token.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { createAccount } from '../user/create-account.ts';
import { User } from '../user/user.entity.ts';
import { userById, type UserRow } from '../user/user.queries.ts';
import { signAccessToken } from './access-token.ts';
import { findAccount } from './find-account.ts';
import { idleSeconds, type OpenedSession, openSession, totalSeconds } from './open-session.ts';
import { refreshSession } from './refresh-session.ts';
import { Session } from './session.entity.ts';
import { clearSessionCookies, refreshCookie, setSessionCookie } from './session-cookies.ts';
import { viewerOfSession } from './viewer.ts';

enum SignUpPolicy {
  OPEN = 'open',
  CLOSED = 'closed',
}
registerEnumType(SignUpPolicy, {
  name: 'SignUpPolicy',
  description: 'Whether this installation takes new accounts.',
  valuesConfig: { OPEN: { description: 'Anybody signs up.' }, CLOSED: { description: 'Accounts are made by administrators.' } },
});

@InputType({ description: 'A new account.' })
class SignUpInput {
  @Field(() => String, { description: 'Unique: 3 to 40 of a to z, digits, `.`, `_` and `-`.' })
  username!: string;

  @Field(() => String, { description: 'Good for signing in once it is confirmed.' })
  email!: string;

  @Field(() => String, { description: '8 to 128 characters.' })
  password!: string;

  @Field(() => String, { description: '1 to 100 characters.' })
  firstName!: string;

  @Field(() => String, { description: '1 to 100 characters.' })
  lastName!: string;

  @Field(() => String, { nullable: true, description: 'The language to read in (ISO 639-1); absent: `en`.' })
  language?: string | null;
}

@InputType({ description: 'Who signs in.' })
class SignInInput {
  @Field(() => String, { description: 'Username, or a confirmed e-mail address.' })
  login!: string;

  @Field(() => String, { description: 'The password.' })
  password!: string;
}

@ObjectType({
  description:
    'What a program sends as `Authorization: Bearer …`. Browsers get a refresh token beside it, in a cookie that no script reads.',
})
class Credentials {
  @Field(() => String, { simple: true, description: 'Good for ten minutes.' })
  accessToken!: string;

  @Field(() => DateTime, { simple: true, description: 'Until when.' })
  expiresAt!: Date;

  @Field(() => User, { simple: true, description: 'Who is signed in by it.' })
  viewer!: UserRow | null;
}

const credentials = { type: () => Credentials, description: 'Null when nobody is signed in.' };
const SignUpPayload = payloadType('SignUpPayload', { credentials });
const SignInPayload = payloadType('SignInPayload', { credentials });
const RefreshSessionPayload = payloadType('RefreshSessionPayload', { credentials });
const SignOutPayload = payloadType('SignOutPayload', {});

/** The answer to a sign-in: what is read behind it is read as the person who has just signed in. */
async function grant(ctx: Context, session: Session): Promise<{ credentials: Credentials | null }> {
  Object.assign(ctx, { viewer: (await viewerOfSession(ctx.services, session.id))?.viewer ?? null });
  return {
    credentials: { ...signAccessToken(ctx.services.env.AUTH_SECRET, session, new Date()), viewer: await userById(ctx, session.userId) },
  };
}

function grantNew(ctx: Context, { session, refresh, files }: OpenedSession) {
  setSessionCookie(ctx, 'refresh', refresh, idleSeconds);
  setSessionCookie(ctx, 'files', files, totalSeconds);
  return grant(ctx, session);
}

@Resolver()
export class SessionResolver {
  @Query(() => SignUpPolicy, { description: 'Whether this installation takes new accounts.' })
  @Access({ scope: 'catalog:read', rule: anyone })
  signUpPolicy(@Ctx() { services }: Context) {
    return services.env.SIGN_UP;
  }

  @Mutation(() => SignUpPayload, {
    nullable: true,
    description: 'Makes an account in the Students group and signs it in.',
  })
  @Access({ scope: 'session', rule: anyone })
  signUp(@Arg('input', () => SignUpInput, { description: 'The account.' }) input: SignUpInput, @Ctx() ctx: Context) {
    spendPassword(ctx);
    return mutate(
      ctx,
      async (em) => {
        if (ctx.services.env.SIGN_UP === 'closed')
          throw refuse(UserErrorCode.SIGN_UP_CLOSED, null, 'This installation takes no new accounts.');
        const account = checked(signUpRule, { ...input, language: input.language ?? undefined });
        return openSession(em, ctx, await createAccount(em, account));
      },
      (opened) => grantNew(ctx, opened),
    );
  }

  @Mutation(() => SignInPayload, {
    nullable: true,
    description: 'Signs in. The answer never tells whether the account exists.',
  })
  @Access({ scope: 'session', rule: anyone })
  signIn(@Arg('input', () => SignInInput, { description: 'Who.' }) input: SignInInput, @Ctx() ctx: Context) {
    spendPassword(ctx);
    return mutate(
      ctx,
      async (em) => {
        const account = await findAccount(em, input.login);
        if (!(await isPassword(account?.passwordHash ?? null, input.password)) || account === null) {
          throw refuse(UserErrorCode.WRONG_CREDENTIALS, null, 'No account has this login and password.');
        }
        return openSession(em, ctx, account.id);
      },
      (opened) => grantNew(ctx, opened),
    );
  }

  @Mutation(() => RefreshSessionPayload, {
    nullable: true,
    description: 'A new access token for the session of the refresh cookie, which is replaced. Needs a header that no form can send.',
  })
  @Access({ scope: 'session', rule: anyone })
  refreshSession(@Ctx() ctx: Context) {
    const secret = refreshCookie(ctx);
    return mutate(
      ctx,
      (em) => (secret === null ? Promise.resolve(null) : refreshSession(em, secret, new Date())),
      async (refreshed) => {
        if (refreshed === null) {
          if (secret !== null) clearSessionCookies(ctx);
          return { credentials: null };
        }
        if (refreshed.refresh !== null) setSessionCookie(ctx, 'refresh', refreshed.refresh, idleSeconds);
        return grant(ctx, refreshed.session);
      },
    );
  }

  @Mutation(() => SignOutPayload, {
    nullable: true,
    description: 'Ends the session of the token, or of the refresh cookie. Needs a header that no form can send.',
  })
  @Access({ scope: 'session', rule: anyone })
  signOut(@Ctx() ctx: Context) {
    const secret = refreshCookie(ctx);
    return mutate(
      ctx,
      async (em) => {
        const which = ctx.viewer === null ? { refreshHash: hashOfSecret(secret ?? '') } : { id: ctx.viewer.sessionId };
        const session = await em.findOne(Session, { ...which, endedAt: null });
        session?.end('signed_out', new Date());
        return session;
      },
      (session) => {
        // The database tells everybody, this process too, but the next request may be faster.
        if (session !== null) ctx.services.viewers.forget(session.userId);
        clearSessionCookies(ctx);
        return {};
      },
    );
  }
}
