import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool({ REQUEST_TIMEOUT: '1' });
const make = new Factory(school);

test('a request that takes too long begins nothing more, and tells what it has done', async () => {
  const owner = await make.user('Instructors');
  const [slow, after] = [await make.course(owner), await make.course(owner)];
  const teacher = await school.as(owner.uuid);
  const rename = ({ id }: { id: string }) => `updateCourse(input: { id: "${id}", title: "Renamed" }) { course { title } }`;
  const query = `mutation { slow: ${rename(slow)} after: ${rename(after)} }`;
  const answer = await school.db.transaction().execute(async (db) => {
    await sql`select 1 from course where id = ${slow.uuid} for update`.execute(db);
    const sent = teacher.post(JSON.stringify({ query }), { 'content-type': 'application/json' });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    return { sent };
  });
  expect(await answer.sent).toMatchObject({
    status: 200,
    data: { slow: { course: { title: 'Renamed' } }, after: null },
    errors: [{ path: ['after'], extensions: { code: 'TIMEOUT' } }],
  });
  const titles = await school.db.selectFrom('course').select('title').where('title', '=', 'Renamed').execute();
  expect(titles).toHaveLength(1);
});
