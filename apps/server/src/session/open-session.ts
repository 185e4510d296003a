import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.ts';
import { actAs } from '../kernel/actor.ts';
import { hashOfSecret, newSecret } from '../kernel/secret-token.ts';
import { newRefreshToken } from './refresh-token.ts';
import { Session } from './session.entity.ts';

const day = 24 * 60 * 60;
/** Without use, and in all. */
export const idleSeconds = 15 * day;
export const totalSeconds = 90 * day;

/** What a new session gives to the browser and keeps no copy of. */
export interface OpenedSession {
  readonly session: Session;
  readonly refresh: string;
  readonly files: string;
}

/** Signs a person in on this device, in the transaction of `em` and from then on in their name. */
export async function openSession(em: EntityManager, ctx: Context, userId: string): Promise<OpenedSession> {
  await actAs(em, userId);
  const id = randomUUID();
  const [refresh, files] = [newRefreshToken(id), newSecret()];
  const session = new Session({
    id,
    userId,
    refreshHash: hashOfSecret(refresh),
    filesHash: hashOfSecret(files),
    device: ctx.request.device.slice(0, 300),
    address: ctx.request.address,
    expiresAt: new Date(Date.now() + totalSeconds * 1_000),
  });
  em.persist(session);
  return { session, refresh, files };
}
