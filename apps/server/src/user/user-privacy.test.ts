import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { type Caller, openSchool } from '../../test/harness.ts';
import { CourseStatus } from '../course/course.entity.ts';

const school = await openSchool();
const make = new Factory(school);

const Card = graphql(`
  query UserCard($slug: String!) {
    courseBySlug(slug: $slug) {
      owner {
        id
        username
        email
        permissions
        enrolments {
          totalCount
        }
        courses {
          totalCount
        }
        profile {
          displayName
          firstName
          lastName
          bio
          phone
          language
          timeZone
          avatar {
            id
          }
        }
      }
    }
  }
`);

const Person = graphql(`
  query UserNode($id: ID!) {
    node(id: $id) {
      ... on User {
        id
        email
        profile {
          displayName
        }
      }
    }
  }
`);

const Myself = graphql(`
  query UserMyself {
    viewer {
      id
      username
      email
      permissions
      viewerCanCreateCourse
      viewerCanManageSubjects
      courses {
        totalCount
      }
      enrolments {
        totalCount
      }
      profile {
        phone
        language
        timeZone
      }
    }
  }
`);

async function instructorWithCourse() {
  const instructor = await make.user('Instructors');
  await school.db
    .updateTable('profile')
    .set({ bio: 'I teach.', phone: '+33 6 00 00 00 00', language: 'fr', time_zone: 'Europe/Paris' })
    .where('user_id', '=', instructor.uuid)
    .execute();
  const course = await make.course(instructor);
  await make.course(instructor, { status: CourseStatus.DRAFT });
  return { instructor, course, caller: await school.as(instructor.uuid) };
}

const person = async (caller: Caller, id: string) => (await caller.run(Person, { id })).data?.node ?? null;

test('visitors see the card of an instructor, and nothing else of them', async () => {
  const { instructor, course } = await instructorWithCourse();
  const card = {
    id: instructor.id,
    username: null,
    email: null,
    permissions: null,
    enrolments: null,
    courses: { totalCount: 1 },
    profile: {
      displayName: `Ada Person ${instructor.username}`,
      firstName: 'Ada',
      lastName: `Person ${instructor.username}`,
      bio: 'I teach.',
      phone: null,
      language: null,
      timeZone: null,
      avatar: null,
    },
  };
  for (const caller of [school.nobody, await school.as((await make.user()).uuid), await school.as((await make.user('Instructors')).uuid)]) {
    expect((await caller.data(Card, { slug: course.slug })).courseBySlug?.owner).toEqual(card);
  }
});

test('one’s own account is one’s own to read', async () => {
  const { instructor, caller } = await instructorWithCourse();
  expect((await caller.data(Myself)).viewer).toEqual({
    id: instructor.id,
    username: instructor.username,
    email: `${instructor.username}@example.org`,
    permissions: ['COURSE_CREATE'],
    viewerCanCreateCourse: true,
    viewerCanManageSubjects: false,
    courses: { totalCount: 2 },
    enrolments: { totalCount: 0 },
    profile: { phone: '+33 6 00 00 00 00', language: 'fr', timeZone: 'Europe/Paris' },
  });
  expect((await school.nobody.data(Myself)).viewer).toBeNull();
});

test('who manages accounts sees addresses; who manages subjects does not', async () => {
  const { instructor, course } = await instructorWithCourse();
  const email = async (group: 'Administrators' | 'Managers') =>
    (await (await school.as((await make.user(group)).uuid)).data(Card, { slug: course.slug })).courseBySlug?.owner.email;
  expect(await email('Administrators')).toBe(`${instructor.username}@example.org`);
  expect(await email('Managers')).toBeNull();
});

test('a student is known to themselves and to their instructor, while they are enrolled', async () => {
  const { course, caller } = await instructorWithCourse();
  const student = await make.user();
  const self = await school.as(student.uuid);
  expect(await person(caller, student.id)).toBeNull();
  expect(await person(self, student.id)).toMatchObject({ id: student.id, email: `${student.username}@example.org` });
  await make.enrolment(course, student);
  expect(await person(caller, student.id)).toMatchObject({ id: student.id, email: null });
  for (const stranger of [school.nobody, await school.as((await make.user('Instructors')).uuid)]) {
    expect(await person(stranger, student.id)).toBeNull();
  }
  await school.db.updateTable('enrolment').set({ left_at: new Date() }).where('student_id', '=', student.uuid).execute();
  expect(await person(caller, student.id)).toBeNull();
});

test('an instructor is known by what they published, and by nothing before', async () => {
  const instructor = await make.user('Instructors');
  await make.course(instructor, { status: CourseStatus.DRAFT });
  expect(await person(school.nobody, instructor.id)).toBeNull();
  await make.course(instructor);
  expect(await person(school.nobody, instructor.id)).toMatchObject({ id: instructor.id });
});
