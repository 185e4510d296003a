import { archivedRows, deleteRows, type PersonalData } from '../personal-data/personal-data.ts';

/** Which courses somebody follows or has left. A course then has one student less; its counts of views name nobody. */
export const enrolmentData: PersonalData = {
  tables: ['enrolment'],
  archive: {
    enrolments: async (db, { id }) => {
      const enrolments = await archivedRows(db, 'enrolment', 'student_id', [id]);
      const courses = await archivedRows(
        db,
        'course',
        'id',
        enrolments.map(({ courseId }) => String(courseId)),
      );
      const titles = new Map(courses.map((course) => [course['id'], course['title']]));
      return enrolments.map((enrolment) => ({ ...enrolment, courseTitle: titles.get(enrolment['courseId']) ?? null }));
    },
  },
  erase: (db, { id }) => deleteRows(db, 'enrolment', 'student_id', id),
};
