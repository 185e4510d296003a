import { z } from 'zod';
import type { Database } from '../database.ts';
import { hashOfSecret, newSecret } from '../kernel/secret-token.ts';
import type { LetterKind } from '../mail/letter.ts';
import { secretAddress } from '../mail/mail-link.ts';

const rule = z.object({ invitationId: z.string() });

/** The link by which somebody makes an account. */
export const invitationLetter: LetterKind<z.output<typeof rule>> = {
  name: 'invitation',
  rule,
  write: async (services, { invitationId }) => {
    const db = services.orm.em.fork().getKysely<Database>();
    const secret = newSecret();
    const invitation = await db
      .updateTable('invitation')
      .set({ secret_hash: hashOfSecret(secret) })
      .where('id', '=', invitationId)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .returning(['email', 'language', 'inviter_id'])
      .executeTakeFirst();
    if (invitation === undefined) return null;
    const inviter = await db
      .selectFrom('profile')
      .select(['first_name', 'last_name'])
      .where('user_id', '=', invitation.inviter_id)
      .executeTakeFirst();
    const { PUBLIC_URL: url } = services.env;
    return {
      to: invitation.email,
      name: null,
      language: invitation.language,
      say: (say) => ({
        subject: say('invitation.subject'),
        paragraphs: [
          inviter === undefined
            ? say('invitation.textNobody', { url })
            : say('invitation.text', { url, inviter: `${inviter.first_name} ${inviter.last_name}` }),
        ],
        action: { label: say('invitation.action'), url: secretAddress(services, '/sign-up', secret) },
        notes: [say('invitation.limit')],
      }),
    };
  },
};
