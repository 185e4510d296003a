import { randomUUID } from 'node:crypto';
import { tokenRule } from '@cursus/rules/token';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { checked } from '../kernel/input-rules.ts';
import { hashOfSecret } from '../kernel/secret-token.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { User } from '../user/user.entity.ts';
import { Token } from './token.entity.ts';
import type { CreateTokenInput } from './token.input.ts';
import { newTokenSecret, prefixOf } from './token-secret.ts';

const mostTokens = 50;

/** A token of this person, and its secret, of which nothing but a hash is kept. */
export async function createToken(em: EntityManager, userId: string, input: CreateTokenInput): Promise<{ id: string; secret: string }> {
  const { name, expiresAt } = checked(tokenRule, input);
  await em.findOneOrFail(User, userId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if ((await em.count(Token, { userId, revokedAt: null, expiresAt: { $gt: new Date() } })) >= mostTokens) {
    throw refuse(UserErrorCode.TOO_MANY, null, `There are ${mostTokens} tokens already.`, mostTokens);
  }
  const secret = newTokenSecret();
  const token = new Token({
    id: randomUUID(),
    userId,
    name,
    prefix: prefixOf(secret),
    secretHash: hashOfSecret(secret),
    scopes: [...new Set(input.scopes)],
    expiresAt,
  });
  em.persist(token);
  return { id: token.id, secret };
}
