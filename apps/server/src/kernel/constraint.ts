import { type Refusal, refuse, type UserErrorCode } from './user-error.ts';

const refusals = new Map<string, () => Refusal>();

/** Says which refusal stands for a broken constraint of the database: what two requests at once can do to each other. */
export function refuseOnConstraint(constraint: string, code: UserErrorCode, path: string[] | null, message: string): void {
  refusals.set(constraint, () => refuse(code, path, message));
}

interface DatabaseError {
  code?: unknown;
  constraint?: unknown;
  cause?: unknown;
}

const isDatabaseError = (error: unknown): error is DatabaseError => typeof error === 'object' && error !== null;

/** The refusal that a failed statement stands for, or null when it is none. */
export function refusalOf(error: unknown): Refusal | null {
  for (let at: unknown = error; isDatabaseError(at); at = at.cause) {
    if (typeof at.constraint === 'string') return refusals.get(at.constraint)?.() ?? null;
  }
  return null;
}

/** Serialisation failures and deadlocks: the transaction lost a race and can be run again. */
export function lostARace(error: unknown): boolean {
  for (let at: unknown = error; isDatabaseError(at); at = at.cause) {
    if (at.code === '40001' || at.code === '40P01') return true;
  }
  return false;
}
