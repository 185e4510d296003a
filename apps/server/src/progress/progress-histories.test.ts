import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CourseHistory } from '../../test/course-history.ts';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool();

const State = graphql(`
  query HistoryState($slug: String!) {
    courseBySlug(slug: $slug) {
      viewerEnrolment {
        finishedAt
        progress {
          completed
          total
          percent
        }
        contentsLeft(first: 100) {
          totalCount
          nodes {
            id
          }
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
    viewer {
      finished: enrolments(isFinished: true) {
        totalCount
      }
      unfinished: enrolments(isFinished: false) {
        totalCount
      }
    }
  }
`);

const teacher = await new Factory(school).user('Instructors');

const acts = [
  'enrol',
  'leave',
  'read',
  'takeBack',
  'add',
  'move',
  'moveModule',
  'delete',
  'restore',
  'deleteModule',
  'turnContent',
  'turnModule',
] as const;
/** Reading more often than the rest, so that histories end with everything done, too. */
const act = fc.record({
  name: fc.oneof({ weight: 3, arbitrary: fc.constant('read' as const) }, { weight: 4, arbitrary: fc.constantFrom(...acts) }),
  at: fc.nat({ max: 11 }),
});

async function check(history: CourseHistory): Promise<void> {
  const { courseBySlug, viewer } = await history.student.data(State, { slug: history.course.slug });
  const counts = [viewer?.finished?.totalCount, viewer?.unfinished?.totalCount];
  if (!history.isEnrolled) {
    expect(courseBySlug?.viewerEnrolment).toBeNull();
    expect(counts).toEqual([0, 0]);
    return;
  }
  const { progress, left, inModules, isFinished } = history.expected();
  const enrolment = courseBySlug?.viewerEnrolment;
  expect(enrolment?.progress).toEqual(progress);
  expect(enrolment?.progress.percent).toBeGreaterThanOrEqual(0);
  expect(enrolment?.progress.percent).toBeLessThanOrEqual(100);
  expect(enrolment?.progress.percent === 100).toBe(isFinished);
  expect(enrolment?.contentsLeft?.nodes.map(({ id }) => id)).toEqual(left);
  expect(enrolment?.contentsLeft?.totalCount).toBe(left.length);
  expect(enrolment?.finishedAt === null).toBe(!isFinished);
  expect(courseBySlug?.modules?.map(({ viewerProgress }) => viewerProgress)).toEqual(inModules);
  expect(counts).toEqual(isFinished ? [1, 0] : [0, 1]);
}

// Each history is some fifty requests; a machine that tests much else at once is slow.
test(
  'whatever happens to a course and its student, progress is done ÷ visible and what is left is exactly the rest',
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }),
        fc.array(act, { maxLength: 24 }),
        async (sizes, steps) => {
          const history = await CourseHistory.begin(school, teacher, sizes);
          await history.enrol();
          await check(history);
          for (const { name, at } of steps) {
            await history[name](at);
            await check(history);
          }
        },
      ),
      { numRuns: 20, endOnFailure: true },
    );
  },
);
