import { randomUUID } from 'node:crypto';
import { SecurityEventKind } from '../src/security-event/security-event.entity.ts';
import type { Factory, Made } from './factories.ts';
import type { Caller, School } from './harness.ts';
import { uploaded } from './upload.ts';

/** Somebody of whom every kind of record holds something, each text with a word that no other person has. */
export interface FullPerson extends Made {
  readonly username: string;
  readonly word: string;
  readonly caller: Caller;
  /** Their own, without students. */
  readonly course: Made & { slug: string };
  readonly fileId: string;
}

/** Writes something of a person into every kind of record there is, by which an archive or an erasure can be told to be whole. */
export async function makeFullPerson(school: School, make: Factory, word: string): Promise<FullPerson> {
  const { db } = school;
  const person = await make.user('Instructors', {
    username: `u-${word}`,
    email: `${word}@mail.example`,
    newEmail: `new.${word}@mail.example`,
  });
  const userId = person.uuid;
  const caller = await school.as(userId);
  await db
    .updateTable('session')
    .set({ device: `Device of ${word}`, address: `at ${word}` })
    .where('user_id', '=', userId)
    .execute();
  const avatar = await uploaded(caller, 'AVATAR');
  await db
    .updateTable('stored_file')
    .set({ name: `face of ${word}.png` })
    .where('id', '=', avatar.uuid)
    .execute();
  await db
    .updateTable('profile')
    .set({ first_name: `First ${word}`, last_name: `Last ${word}`, phone: `+33 ${word}`, bio: `I am ${word}`, avatar_id: avatar.uuid })
    .where('user_id', '=', userId)
    .execute();
  const { uuid: tokenId } = await make.token(person, ['catalog:read']);
  await db
    .updateTable('token')
    .set({ name: `Program of ${word}` })
    .where('id', '=', tokenId)
    .execute();
  await db
    .insertInto('security_event')
    .values({
      id: randomUUID(),
      user_id: userId,
      kind: SecurityEventKind.SIGNED_IN,
      at: new Date(),
      address: `from ${word}`,
      device: `on ${word}`,
    })
    .execute();
  await db
    .insertInto('second_factor')
    .values({ user_id: userId, sealed_secret: `sealed ${word}`, enabled_at: new Date(), last_step: '0' } as never)
    .execute();
  await db
    .insertInto('recovery_code')
    .values({ user_id: userId, code_hash: `code ${word}` })
    .execute();
  const link = {
    id: randomUUID(),
    user_id: userId,
    purpose: 'confirm_email',
    email: `new.${word}@mail.example`,
    secret_hash: `link ${word}`,
  };
  await db
    .insertInto('mail_link')
    .values({ ...link, expires_at: new Date(Date.now() + 60_000) } as never)
    .execute();
  await invite(school, { inviter_id: userId, email: `friend-${userId}@mail.example` });
  await invite(school, { inviter_id: null, email: `${word}@mail.example` });
  return { ...person, word, caller, fileId: avatar.uuid, ...(await teachAndLearn(school, make, person, word)) };
}

const invite = (school: School, invitation: { inviter_id: string | null; email: string }) =>
  school.db
    .insertInto('invitation')
    .values({ ...invitation, id: randomUUID(), expires_at: new Date(Date.now() + 60_000) } as never)
    .execute();

/** A course of their own, a content in another's, and a course that they follow. */
async function teachAndLearn(school: School, make: Factory, person: Made, word: string): Promise<{ course: Made & { slug: string } }> {
  const { db } = school;
  const course = await make.course(person, { title: `Course of ${word}`, slug: `c-${word}`, overview: `Overview of ${word}` });
  const cover = await uploaded(await school.as(person.uuid), 'IMAGE');
  await db.updateTable('course').set({ image_id: cover.uuid }).where('id', '=', course.uuid).execute();
  const module = await make.module(course, 1, { title: `Module of ${word}` });
  const content = await make.content(module, 1);
  await db
    .updateTable('text')
    .set({ body: `Body of ${word}` })
    .where('id', '=', content.uuid)
    .execute();
  const colleague = await make.user('Instructors');
  const others = await make.course(colleague);
  const elsewhere = await make.content(await make.module(others, 1), 1);
  await db.updateTable('item').set({ owner_id: person.uuid }).where('id', '=', elsewhere.uuid).execute();
  await make.enrolment(others, person);
  await db.insertInto('completion').values({ student_id: person.uuid, content_id: elsewhere.uuid, completed_at: new Date() }).execute();
  await db
    .insertInto('playback')
    .values({ student_id: person.uuid, content_id: elsewhere.uuid, seconds: 12, played_at: new Date() })
    .execute();
  return { course };
}
