import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { isCommonPassword } from './common-passwords.ts';

/** What guessers try first is refused: what many people use, and the account's own name or address. */
export function refuseWeakPassword(password: string, { username, email }: { username: string; email: string }, field = 'password'): void {
  const guess = password.toLowerCase();
  const own = [username, email, email.split('@')[0] ?? email];
  if (own.includes(guess)) throw refuse(UserErrorCode.TOO_COMMON, [field], 'The password is the name or the address of the account.');
  if (isCommonPassword(password)) throw refuse(UserErrorCode.TOO_COMMON, [field], 'Many people use this password.');
}
