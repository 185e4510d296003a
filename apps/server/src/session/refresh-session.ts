import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.ts';
import { hashOfSecret } from '../kernel/secret-token.ts';
import { recordEvent } from '../security-event/record-event.ts';
import { SecurityEventKind } from '../security-event/security-event.entity.ts';
import { idleSeconds } from './open-session.ts';
import { newRefreshToken, sessionOfRefreshToken } from './refresh-token.ts';
import { Session } from './session.entity.ts';

/** Tabs that refresh at the same moment send the token that one of them has just replaced: that is no theft. */
const graceSeconds = 15;

/** The session that goes on, and its next refresh token; `refresh` is null for a parallel tab, which has the new one already. */
export interface RefreshedSession {
  readonly session: Session;
  readonly refresh: string | null;
}

/** Rotates a refresh token. Any one before it, used again after the grace, ends the session: somebody has a copy. */
export async function refreshSession(em: EntityManager, ctx: Context, token: string): Promise<RefreshedSession | null> {
  const now = new Date();
  const id = sessionOfRefreshToken(token);
  if (id === null) return null;
  const session = await em.findOne(Session, { id, endedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (session === null) return null;
  const sent = hashOfSecret(token);
  const sinceRotation = (now.getTime() - session.rotatedAt.getTime()) / 1_000;
  if (session.expiresAt <= now || sinceRotation > idleSeconds) {
    session.end('expired', now);
    return null;
  }
  if (session.refreshHash !== sent) {
    if (session.previousRefreshHash === sent && sinceRotation <= graceSeconds) return { session, refresh: null };
    session.end('reused', now);
    recordEvent(em, ctx, session.userId, SecurityEventKind.TOKEN_REUSED);
    return null;
  }
  const refresh = newRefreshToken(id);
  session.rotate(hashOfSecret(refresh), ctx.request.address, now);
  return { session, refresh };
}
