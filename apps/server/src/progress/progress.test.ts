import { expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';
import { progressFrom } from './progress.ts';

const school = await openSchool();
const make = new Factory(school);

const Complete = graphql(`
  mutation ProgressComplete($id: ID!) {
    completeContent(input: { contentId: $id }) {
      content {
        viewerHasCompleted
      }
      enrolment {
        progress {
          completed
          total
          percent
        }
      }
      userErrors {
        code
      }
    }
  }
`);

const Uncomplete = graphql(`
  mutation ProgressUncomplete($id: ID!) {
    uncompleteContent(input: { contentId: $id }) {
      content {
        viewerHasCompleted
      }
      enrolment {
        progress {
          percent
        }
      }
    }
  }
`);

const Move = graphql(`
  mutation ProgressMove($id: ID!, $moduleId: ID!) {
    moveContent(input: { id: $id, moduleId: $moduleId }) {
      userErrors {
        code
      }
    }
  }
`);

const Delete = graphql(`
  mutation ProgressDelete($id: ID!) {
    deleteContent(input: { id: $id }) {
      deletedContentId
    }
  }
`);

const Progress = graphql(`
  query ProgressOfCourse($slug: String!) {
    courseBySlug(slug: $slug) {
      viewerEnrolment {
        progress {
          completed
          total
          percent
        }
      }
      modules {
        viewerProgress {
          completed
          total
          percent
        }
      }
    }
  }
`);

const owner = await make.user('Instructors');
const instructor = await school.as(owner.uuid);

/** A student of a course with two modules, of so many contents each. */
async function studentOf(...sizes: number[]) {
  const [course, student] = [await make.course(owner), await make.user()];
  const [modules, contents]: [Made[], Made[]] = [[], []];
  for (const size of sizes) {
    const module = await make.module(course);
    modules.push(module);
    for (let at = 0; at < size; at += 1) contents.push(await make.content(module));
  }
  await make.enrolment(course, student);
  const caller = await school.as(student.uuid);
  const read = async () => {
    const { courseBySlug } = await caller.data(Progress, { slug: course.slug });
    const inModules = courseBySlug?.modules?.map(({ viewerProgress }) => viewerProgress?.percent);
    return { ...courseBySlug?.viewerEnrolment?.progress, inModules };
  };
  return { course, modules, contents, caller, read };
}

test('percent is rounded down, 100 only when all is done, and 0 when nothing is visible', () => {
  const percents = [
    [0, 0],
    [0, 3],
    [1, 3],
    [2, 3],
    [199, 200],
    [200, 200],
  ].map(([completed = 0, total = 0]) => progressFrom({ completed, total }).percent);
  expect(percents).toEqual([0, 0, 33, 66, 99, 100]);
});

test('a tick counts at once, in its module and in the course, and twice is once', async () => {
  const { contents, caller, read } = await studentOf(1, 2);
  const [first = { id: '' }] = contents;
  const { completeContent } = await caller.data(Complete, { id: first.id });
  expect(completeContent).toEqual({
    content: { viewerHasCompleted: true },
    enrolment: { progress: { completed: 1, total: 3, percent: 33 } },
    userErrors: [],
  });
  await caller.data(Complete, { id: first.id });
  expect(await read()).toEqual({ completed: 1, total: 3, percent: 33, inModules: [100, 0] });
  const { uncompleteContent } = await caller.data(Uncomplete, { id: first.id });
  expect(uncompleteContent).toEqual({ content: { viewerHasCompleted: false }, enrolment: { progress: { percent: 0 } } });
});

test('many ticks of one content at once are one', async () => {
  const { contents, caller, read } = await studentOf(2);
  await Promise.all(Array.from({ length: 10 }, () => caller.data(Complete, { id: contents[0]?.id ?? '' })));
  expect(await read()).toMatchObject({ completed: 1, total: 2, percent: 50 });
});

test('progress is right after contents were added, moved, deleted and taken back to draft', async () => {
  const { modules, contents, caller, read } = await studentOf(2, 1);
  const [first, second] = [modules[0] ?? { uuid: '', id: '' }, modules[1] ?? { uuid: '', id: '' }];
  for (const { id } of contents) await caller.data(Complete, { id });
  expect(await read()).toEqual({ completed: 3, total: 3, percent: 100, inModules: [100, 100] });
  const added = await make.content(second, 50);
  expect(await read()).toEqual({ completed: 3, total: 4, percent: 75, inModules: [100, 50] });
  await instructor.data(Move, { id: added.id, moduleId: first.id });
  expect(await read()).toEqual({ completed: 3, total: 4, percent: 75, inModules: [66, 100] });
  await instructor.data(Delete, { id: contents[0]?.id ?? '' });
  expect(await read()).toEqual({ completed: 2, total: 3, percent: 66, inModules: [50, 100] });
  await school.db.updateTable('content').set({ status: PublicationStatus.DRAFT }).where('id', '=', added.uuid).execute();
  expect(await read()).toEqual({ completed: 2, total: 2, percent: 100, inModules: [100, 100] });
  await school.db.updateTable('module').set({ status: PublicationStatus.DRAFT }).where('id', 'in', [first.uuid, second.uuid]).execute();
  expect(await read()).toEqual({ completed: 0, total: 0, percent: 0, inModules: [] });
});

test('who is not enrolled ticks nothing off and has no progress', async () => {
  const { course, contents } = await studentOf(1);
  const stranger = await school.as((await make.user()).uuid);
  const id = contents[0]?.id ?? '';
  expect((await stranger.run(Complete, { id })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect((await instructor.run(Complete, { id })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  for (const caller of [stranger, instructor]) {
    expect((await caller.data(Progress, { slug: course.slug })).courseBySlug).toEqual({
      viewerEnrolment: null,
      modules: [{ viewerProgress: null }],
    });
  }
});
