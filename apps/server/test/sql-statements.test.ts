import { expect, test } from 'vitest';
import { Factory } from './factories.ts';
import { graphql } from './gql/gql.ts';
import { openSchool } from './harness.ts';
import { statementCost } from './statement-cost.ts';

const school = await openSchool();
const make = new Factory(school);

const Catalogue = graphql(`
  query StatementsCatalogue($subjectSlug: String!) {
    courses(first: 100, filter: { subjectSlug: $subjectSlug }) {
      totalCount
      nodes {
        id
        moduleCount
        contentCount
        studentCount
        viewerEnrolment {
          progress {
            percent
          }
        }
        image {
          url
        }
        subject {
          title
          courseCount
        }
        owner {
          courses {
            totalCount
          }
          profile {
            displayName
            avatar {
              url
            }
          }
        }
      }
    }
  }
`);

const Subjects = graphql(`
  query StatementsSubjects {
    subjects(first: 100) {
      totalCount
      nodes {
        courseCount
        courses(first: 5) {
          totalCount
          nodes {
            moduleCount
            owner {
              profile {
                displayName
              }
            }
          }
        }
      }
    }
  }
`);

const MyTeaching = graphql(`
  query StatementsMyTeaching {
    viewer {
      courses(first: 100) {
        nodes {
          studentCount
          enrolments(first: 3) {
            totalCount
            nodes {
              student {
                profile {
                  displayName
                }
              }
              progress {
                percent
              }
            }
          }
        }
      }
    }
  }
`);

const MyLearning = graphql(`
  query StatementsMyLearning {
    viewer {
      enrolments(first: 100) {
        nodes {
          progress {
            percent
          }
          finishedAt
          contentsLeft(first: 3) {
            totalCount
            nodes {
              viewerPlaybackSeconds
              item {
                title
              }
            }
          }
          lastContent {
            id
          }
          course {
            title
            viewerCanRead
            owner {
              profile {
                displayName
              }
            }
          }
        }
      }
    }
  }
`);

test.each([
  ['visitor', async () => school.nobody],
  ['student', async () => school.as((await make.user()).uuid)],
])('the catalogue costs a %s the same, of 2 courses and of 20', async (_, who) => {
  const caller = await who();
  const cost = async (courses: number) => {
    const slug = `statements-${courses}-${Math.random()}`;
    const subject = await make.subject({ slug });
    for (let at = 0; at < courses; at += 1)
      await make.module(await make.course(await make.user('Instructors'), { subjectId: subject.uuid }));
    return statementCost(school, caller, [Catalogue, { subjectSlug: slug }]);
  };
  expect(await cost(20)).toBe(await cost(2));
});

test('subjects with the first of their courses cost the same, of few and of many', async () => {
  const few = await statementCost(school, school.nobody, [Subjects, {}]);
  for (let at = 0; at < 20; at += 1) await make.course(await make.user('Instructors'));
  expect(await statementCost(school, school.nobody, [Subjects, {}])).toBe(few);
});

test('my courses cost the same, of 2 and of 20: those that I teach with their students, and those that I follow', async () => {
  const cost = async (courses: number) => {
    const [owner, student] = [await make.user('Instructors'), await make.user()];
    for (let at = 0; at < courses; at += 1) {
      const course = await make.course(owner);
      await make.enrolment(course, student);
      await make.enrolment(course, await make.user());
    }
    return [
      await statementCost(school, await school.as(owner.uuid), [MyTeaching, {}]),
      await statementCost(school, await school.as(student.uuid), [MyLearning, {}]),
    ];
  };
  expect(await cost(20)).toEqual(await cost(2));
});
