import { z } from 'zod';
import type { Database } from '../database.ts';
import type { LetterKind } from '../mail/letter.ts';
import { readerById } from '../mail/reader.ts';

const rule = z.object({ courseId: z.string(), heirId: z.string(), giverId: z.string() });

/** Tells somebody that a course is theirs now, unless it has gone on to another owner, or to the trash, before the mail could be sent. */
export const courseHandedOverLetter: LetterKind<z.output<typeof rule>> = {
  name: 'course-handed-over',
  rule,
  write: async (services, { courseId, heirId, giverId }) => {
    const [reader, giver] = [await readerById(services, heirId), await readerById(services, giverId)];
    const course = await services.orm.em
      .fork()
      .getKysely<Database>()
      .selectFrom('course')
      .select(['title', 'slug'])
      .where('id', '=', courseId)
      .where('owner_id', '=', heirId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (reader === null || course === undefined) return null;
    const { title, slug } = course;
    return {
      ...reader,
      say: (say) => ({
        subject: say('courseHandedOver.subject', { title }),
        paragraphs: [
          giver === null ? say('courseHandedOver.textNobody', { title }) : say('courseHandedOver.text', { title, giver: giver.fullName }),
          say('courseHandedOver.means'),
        ],
        action: { label: say('courseHandedOver.action'), url: `${services.env.PUBLIC_URL}/teach/${slug}` },
      }),
    };
  },
};
