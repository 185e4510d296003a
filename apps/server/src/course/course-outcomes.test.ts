import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool();
const make = new Factory(school);

const Create = graphql(`
  mutation OutcomesCreate($subjectId: ID!, $outcomes: [String!]) {
    createCourse(input: { subjectId: $subjectId, title: "Tides", language: "en", outcomes: $outcomes }) {
      course {
        outcomes
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const Update = graphql(`
  mutation OutcomesUpdate($id: ID!, $title: String, $outcomes: [String!]) {
    updateCourse(input: { id: $id, title: $title, outcomes: $outcomes }) {
      course {
        outcomes
      }
      userErrors {
        code
        path
        ... on LimitError {
          limit
        }
      }
    }
  }
`);

const Read = graphql(`
  query OutcomesRead($slug: String!) {
    courseBySlug(slug: $slug) {
      outcomes
    }
    courses(search: "outcome reader") {
      nodes {
        outcomes
      }
    }
  }
`);

const owner = await make.user('Instructors');
const instructor = await school.as(owner.uuid);

test('a course says what one will learn, in the order of its instructor', async () => {
  const subject = await make.subject();
  const outcomes = ['Read a tide table', 'Say why there are two tides a day'];
  const { createCourse } = await instructor.data(Create, { subjectId: subject.id, outcomes });
  expect(createCourse).toEqual({ course: { outcomes }, userErrors: [] });
  expect((await instructor.data(Create, { subjectId: subject.id, outcomes: null })).createCourse?.course).toEqual({ outcomes: [] });
});

test('who changes something else leaves it as it is, and anyone may read it', async () => {
  const course = await make.course(owner, { title: 'Outcome reader' });
  const outcomes = ['Trimmed'];
  expect((await instructor.data(Update, { id: course.id, outcomes: ['  Trimmed '] })).updateCourse?.course).toEqual({ outcomes });
  expect((await instructor.data(Update, { id: course.id, title: 'Outcome reader again' })).updateCourse?.course).toEqual({ outcomes });
  expect(await school.nobody.data(Read, { slug: course.slug })).toEqual({ courseBySlug: { outcomes }, courses: { nodes: [{ outcomes }] } });
});

test('a line too long, an empty one and a thirteenth are refused, beside the line', async () => {
  const course = await make.course(owner);
  const refusalsOf = async (outcomes: string[]) => (await instructor.data(Update, { id: course.id, outcomes })).updateCourse?.userErrors;
  expect(await refusalsOf(['Fine', 'x'.repeat(161)])).toEqual([{ code: 'TOO_LONG', path: ['outcomes', '1'], limit: 160 }]);
  expect(await refusalsOf(['  '])).toMatchObject([{ path: ['outcomes', '0'] }]);
  expect(await refusalsOf(Array.from({ length: 13 }, (_, at) => `Line ${at}`))).toEqual([
    { code: 'TOO_MANY', path: ['outcomes'], limit: 12 },
  ]);
});

test('nobody else writes it', async () => {
  const course = await make.course(owner);
  const stranger = await school.as((await make.user('Instructors')).uuid);
  expect((await stranger.run(Update, { id: course.id, outcomes: ['Mine'] })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
