import { z } from 'zod';
import type { LetterKind } from '../mail/letter.ts';
import { makeLink } from '../mail/mail-link.ts';
import { readerById } from '../mail/reader.ts';

const rule = z.object({ userId: z.string() });

/** Tells somebody that the school has made them an account, with the link by which they choose its password. */
export const welcomeLetter: LetterKind<z.output<typeof rule>> = {
  name: 'welcome',
  rule,
  write: async (services, { userId }, run) => {
    const reader = await readerById(services, userId);
    if (reader === null) return null;
    const link = await makeLink(services, run, { userId, purpose: 'choose_password', email: reader.to });
    return {
      ...reader,
      say: (say) => ({
        subject: say('welcome.subject'),
        paragraphs: [say('welcome.text', { username: reader.username, url: services.env.PUBLIC_URL })],
        action: { label: say('welcome.action'), url: link },
        notes: [say('welcome.limit')],
      }),
    };
  },
};
