import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, anyone, signedIn, viewerId } from '../kernel/authorize.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { mutate } from '../kernel/mutation.ts';
import { spendPassword } from '../kernel/password.ts';
import { networkOf } from '../kernel/rate-limit.ts';
import { hashOfSecret } from '../kernel/secret-token.ts';
import { takeTurn } from '../kernel/throttle.ts';
import { recordEvent, recordNow } from '../security-event/record-event.ts';
import { SecurityEventKind } from '../security-event/security-event.entity.ts';
import { fromTheSchool } from '../user/manage-account.ts';
import { userById } from '../user/user.queries.ts';
import { signAccessToken } from './access-token.ts';
import { endSessions } from './end-sessions.ts';
import { deviceCookieOf, knownDeviceSeconds } from './known-device.ts';
import { idleSeconds, type OpenedSession, totalSeconds } from './open-session.ts';
import { refreshSession } from './refresh-session.ts';
import { Session } from './session.entity.ts';
import {
  CompleteSignInInput,
  CompleteSignInPayload,
  type Credentials,
  EndOtherSessionsPayload,
  EndSessionInput,
  EndSessionPayload,
  RefreshSessionPayload,
  SignInInput,
  SignInPayload,
  SignOutPayload,
  SignUpInput,
  SignUpPayload,
  SignUpPolicy,
} from './session.input.ts';
import { canEndSession } from './session.policy.ts';
import { theSession } from './session.queries.ts';
import { clearSessionCookies, refreshCookie, setSessionCookie } from './session-cookies.ts';
import { checkChallenge, checkCredentials, completeSignIn, signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';
import { viewerOfSession } from './viewer.ts';

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
  setSessionCookie(ctx, 'device', deviceCookieOf(ctx, session.userId), knownDeviceSeconds);
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
    description: 'Makes an account in the Students group, signs it in, and sends a mail by which its address is confirmed.',
  })
  @Access({ scope: 'session', rule: anyone })
  async signUp(@Arg('input', () => SignUpInput, { description: 'The account.' }) input: SignUpInput, @Ctx() ctx: Context) {
    spendPassword(ctx);
    await takeTurn(ctx.db, [{ key: `sign-up from ${networkOf(ctx.request.address)}`, allowance: { atOnce: 100, secondsEach: 15 } }]);
    return mutate(
      ctx,
      (em) => signUp(em, ctx, input),
      (opened) => grantNew(ctx, opened),
    );
  }

  @Mutation(() => SignInPayload, {
    nullable: true,
    description:
      'Signs in, or asks for the second factor. The answer never tells whether the account exists. Too many attempts on an account or ' +
      'from an address are RATE_LIMITED.',
  })
  @Access({ scope: 'session', rule: anyone })
  async signIn(@Arg('input', () => SignInInput, { description: 'Who.' }) input: SignInInput, @Ctx() ctx: Context) {
    spendPassword(ctx);
    const account = await checkCredentials(ctx, input);
    return mutate(
      ctx,
      (em) => signIn(em, ctx, account),
      ({ opened, challenge }) => (opened === null ? { challenge, credentials: null } : grantNew(ctx, opened)),
    );
  }

  @Mutation(() => CompleteSignInPayload, {
    nullable: true,
    description: 'Signs in by the code that the second factor asks for. A code works once; too many wrong ones are RATE_LIMITED.',
  })
  @Access({ scope: 'session', rule: anyone })
  async completeSignIn(
    @Arg('input', () => CompleteSignInInput, { description: 'The second step.' }) input: CompleteSignInInput,
    @Ctx() ctx: Context,
  ) {
    spendPassword(ctx);
    const account = await checkChallenge(ctx, input);
    const payload = await mutate(
      ctx,
      (em) => completeSignIn(em, ctx, account, input),
      (opened) => grantNew(ctx, opened),
    );
    if (account !== null && payload.userErrors.length > 0) await recordNow(ctx, account.id, SecurityEventKind.SIGN_IN_FAILED);
    return payload;
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
      (em) => (secret === null ? Promise.resolve(null) : refreshSession(em, ctx, secret)),
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
        if (session !== null) recordEvent(em, ctx, session.userId, SecurityEventKind.SIGNED_OUT);
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

  @Mutation(() => EndSessionPayload, {
    nullable: true,
    description:
      "Ends a session within a second, live streams included: one of one's own, or, for who manages accounts, one of somebody who may do no more than they.",
  })
  @Access({ scope: 'session', on: theSession('input.id'), rule: canEndSession })
  endSession(@Arg('input', () => EndSessionInput, { description: 'Which.' }) input: EndSessionInput, @Ctx() ctx: Context) {
    return mutate(
      ctx,
      async (em) => {
        const session = await em.findOneOrFail(Session, uuidOf('Session', input.id));
        session.end('revoked', new Date());
        recordEvent(em, session.userId === viewerId(ctx) ? ctx : fromTheSchool(ctx), session.userId, SecurityEventKind.SESSIONS_ENDED);
        return session.userId;
      },
      (userId) => {
        ctx.services.viewers.forget(userId);
        return { endedSessionId: input.id };
      },
    );
  }

  @Mutation(() => EndOtherSessionsPayload, {
    nullable: true,
    description: "Ends all of one's own sessions but the one that asks: within a second, live streams included.",
  })
  @Access({ scope: 'session', rule: signedIn })
  endOtherSessions(@Ctx() ctx: Context) {
    return mutate(
      ctx,
      async (em) => {
        const ended = await endSessions(em, viewerId(ctx), { but: ctx.viewer?.sessionId ?? null, reason: 'revoked' });
        if (ended > 0) recordEvent(em, ctx, viewerId(ctx), SecurityEventKind.SESSIONS_ENDED);
        return ended;
      },
      (ended) => {
        ctx.services.viewers.forget(viewerId(ctx));
        return { ended };
      },
    );
  }
}
