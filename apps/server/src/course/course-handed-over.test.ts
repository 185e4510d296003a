import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { mailTo } from '../../test/mails.ts';
import { courseHandedOverLetter } from './course-handed-over-letter.ts';

const school = await openSchool({ MAILBOX: 'true', PUBLIC_URL: 'https://school.example' });
const make = new Factory(school);

const HandOver = graphql(`
  mutation CourseHandOver($id: ID!, $username: String!) {
    transferCourse(input: { id: $id, username: $username }) {
      userErrors {
        code
      }
    }
  }
`);

const lettersAbout = async (courseId: string): Promise<number> => {
  const { rows } = await sql`select id from pgboss.job where name = 'send-mail' and data -> 'data' ->> 'courseId' = ${courseId}`.execute(
    school.db,
  );
  return rows.length;
};

test('who is handed a course is told in their language, with the way to it', async () => {
  const [owner, heir] = [await make.user('Instructors'), await make.user('Instructors')];
  const course = await make.course(owner, { title: 'Le Havre & <ses> quais' });
  await school.db.updateTable('profile').set({ language: 'fr' }).where('user_id', '=', heir.uuid).execute();
  const { transferCourse } = await (await school.as(owner.uuid)).data(HandOver, { id: course.id, username: heir.username });
  expect(transferCourse?.userErrors).toEqual([]);
  const address = `${heir.username}@example.org`;
  const mail = await mailTo(school, address, 'Le cours «\u00a0Le Havre & <ses> quais\u00a0» est désormais le vôtre');
  expect(mail.text).toContain(`Ada Person ${owner.username} vous a remis le cours`);
  expect(mail.html).toContain('Le Havre &amp; &lt;ses&gt; quais');
  for (const form of [mail.text, mail.html]) expect(form).toContain(`https://school.example/teach/${course.slug}`);
});

test('nobody is told of what they did themselves, nor of what was refused', async () => {
  const [owner, student] = [await make.user('Instructors'), await make.user()];
  const editor = await make.userWith(['course.create', 'course.read_any', 'course.edit_any']);
  const course = await make.course(owner);
  const asEditor = await school.as(editor.uuid);
  const refused = await asEditor.data(HandOver, { id: course.id, username: student.username });
  expect(refused.transferCourse?.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
  const taken = await asEditor.data(HandOver, { id: course.id, username: editor.username });
  expect(taken.transferCourse?.userErrors).toEqual([]);
  expect(await lettersAbout(course.uuid)).toBe(0);
});

test('a course that has gone on, or to the trash, before the mail could be sent, is told to nobody', async () => {
  const [owner, heir] = [await make.user('Instructors'), await make.user('Instructors')];
  const letterOf = (courseId: string) =>
    courseHandedOverLetter.write(
      school.services,
      { courseId, heirId: heir.uuid, giverId: owner.uuid },
      {
        id: courseId,
        attempt: 1,
        signal: new AbortController().signal,
      },
    );
  expect(await letterOf((await make.course(heir)).uuid)).toMatchObject({ to: `${heir.username}@example.org` });
  expect(await letterOf((await make.course(owner)).uuid)).toBeNull();
  expect(await letterOf((await make.course(heir, { deletedAt: new Date() })).uuid)).toBeNull();
});
