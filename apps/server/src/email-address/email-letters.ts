import { z } from 'zod';
import type { LetterKind } from '../mail/letter.ts';
import { makeLink } from '../mail/mail-link.ts';
import { readerById } from '../mail/reader.ts';

const rule = z.object({ userId: z.string(), email: z.string() });
type Data = z.output<typeof rule>;

/** Asks whoever reads at an address whether it is the account's. */
export const confirmEmailLetter: LetterKind<Data> = {
  name: 'confirm-email',
  rule,
  write: async (services, { userId, email }, run) => {
    const reader = await readerById(services, userId);
    if (reader === null) return null;
    const url = await makeLink(services, run, { userId, purpose: 'confirm_email', email });
    return {
      ...reader,
      to: email,
      say: (say) => ({
        subject: say('confirmEmail.subject'),
        paragraphs: [say('confirmEmail.text', { username: reader.username })],
        action: { label: say('confirmEmail.action'), url },
        notes: [say('confirmEmail.limit'), say('confirmEmail.notYou')],
      }),
    };
  },
};

/** Tells the address that is about to be left. */
export const emailChangingLetter: LetterKind<Data & { to: string }> = {
  name: 'email-changing',
  rule: rule.extend({ to: z.string() }),
  write: async (services, { userId, email, to }) => {
    const reader = await readerById(services, userId);
    if (reader === null) return null;
    return {
      ...reader,
      to,
      say: (say) => ({
        subject: say('emailChanging.subject'),
        paragraphs: [say('emailChanging.text', { username: reader.username, email }), say('emailChanging.notYou')],
        action: { label: say('emailChanging.action'), url: `${services.env.PUBLIC_URL}/account/security` },
      }),
    };
  },
};
