import { z } from 'zod';
import type { LetterKind } from '../mail/letter.ts';
import { makeLink } from '../mail/mail-link.ts';
import { readerByLogin } from '../mail/reader.ts';

const rule = z.object({ login: z.string() });

/** The link to a new password. Whether there is an account is looked up when it is sent, so that asking takes the same either way. */
export const passwordResetLetter: LetterKind<z.output<typeof rule>> = {
  name: 'password-reset',
  rule,
  write: async (services, { login }, run) => {
    const reader = await readerByLogin(services, login);
    if (reader === null) return null;
    const url = await makeLink(services, run, { userId: reader.userId, purpose: 'reset_password', email: reader.to });
    return {
      ...reader,
      say: (say) => ({
        subject: say('passwordReset.subject'),
        paragraphs: [say('passwordReset.text', { username: reader.username })],
        action: { label: say('passwordReset.action'), url },
        notes: [say('passwordReset.limit'), say('passwordReset.notYou')],
      }),
    };
  },
};
