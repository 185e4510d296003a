import type { Services } from '../context.ts';
import type { Database } from '../database.ts';
import { courseId, loadCourse, subjectId } from './load-course.ts';
import { loadPeople, personId, samplePassword } from './load-people.ts';
import { addRows, sampleId } from './sample-rows.ts';
import { daysBefore, type SampleScope } from './sample-scope.ts';
import { readSchool, type SampleSchool } from './school-files.ts';

/** The accounts that are printed at the start. */
export const sampleAccounts = ['admin', 'instructor', 'student'].map((username) => ({ username, password: samplePassword }));

type Enrolment = SampleSchool['enrolments'][number];

async function loadEnrolment(scope: SampleScope, enrolment: Enrolment, contentIds: readonly string[]): Promise<void> {
  const studentId = personId(enrolment.student);
  const done = contentIds.slice(0, enrolment.completed);
  const enrolledAt = daysBefore(scope.now, enrolment.daysAgo);
  await addRows(scope.db, 'enrolment', [
    {
      id: sampleId('enrolment', enrolment.student, enrolment.course),
      course_id: courseId(enrolment.course),
      student_id: studentId,
      enrolled_at: enrolledAt,
      left_at: enrolment.left === true ? scope.now : null,
      last_content_id: contentIds[enrolment.completed] ?? contentIds.at(-1) ?? null,
    },
  ]);
  const completions = done.map((contentId, at) => ({
    student_id: studentId,
    content_id: contentId,
    completed_at: new Date(enrolledAt.getTime() + ((at + 1) / (done.length + 1)) * (scope.now.getTime() - enrolledAt.getTime())),
  }));
  await addRows(scope.db, 'completion', completions);
}

/** Adds what is not there yet of the sample school, as a whole or not at all. */
export async function addSampleSchool({ orm, storage }: Services): Promise<void> {
  const school = await readSchool();
  await orm.em.fork().transactional(async (em) => {
    const scope: SampleScope = { db: em.getKysely<Database>(), storage, now: new Date() };
    await loadPeople(scope, school);
    const subjects = school.subjects.map(({ key, title, slug }) => ({ id: subjectId(key), title, slug }));
    await addRows(scope.db, 'subject', subjects);
    const contentIds = new Map<string, string[]>();
    for (const [at, slug] of school.courses.entries()) contentIds.set(slug, await loadCourse(scope, slug, 7 * (at + 1)));
    for (const enrolment of school.enrolments) await loadEnrolment(scope, enrolment, contentIds.get(enrolment.course) ?? []);
  });
}

/** Loads the sample school into a database that holds nobody yet. */
export async function loadSampleSchool(services: Services, tellProgress: (text: string) => void): Promise<void> {
  const db = services.db;
  if ((await db.selectFrom('user').select('id').limit(1).executeTakeFirst()) !== undefined) return;
  tellProgress('Loading the sample school');
  await addSampleSchool(services);
}
