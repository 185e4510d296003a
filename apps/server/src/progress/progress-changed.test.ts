import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { LiveClient } from '../../test/live-client.ts';

const school = await openSchool();
const make = new Factory(school);

const ProgressChanged = graphql(`
  subscription ProgressChanged($id: ID!) {
    progressChanged(courseId: $id) {
      enrolment {
        lastContent {
          id
        }
        progress {
          completed
          total
          percent
        }
      }
      content {
        id
        viewerHasCompleted
      }
    }
  }
`);

const Complete = graphql(`
  mutation ProgressChangedComplete($id: ID!) {
    completeContent(input: { contentId: $id }) {
      userErrors {
        code
      }
    }
  }
`);

const Uncomplete = graphql(`
  mutation ProgressChangedUncomplete($id: ID!) {
    uncompleteContent(input: { contentId: $id }) {
      userErrors {
        code
      }
    }
  }
`);

const Visit = graphql(`
  mutation ProgressChangedVisit($id: ID!) {
    visitContent(input: { contentId: $id }) {
      userErrors {
        code
      }
    }
  }
`);

const AddText = graphql(`
  mutation ProgressChangedAddText($moduleId: ID!) {
    createText(input: { moduleId: $moduleId, title: "More", body: "", status: PUBLISHED }) {
      userErrors {
        code
      }
    }
  }
`);

const Leave = graphql(`
  mutation ProgressChangedLeave($id: ID!) {
    leaveCourse(input: { courseId: $id }) {
      userErrors {
        code
      }
    }
  }
`);

const owner = await make.user('Instructors');
const author = await school.as(owner.uuid);

async function enrolled() {
  const person = await make.user();
  const course = await make.course(owner);
  const module = await make.module(course);
  const content = await make.content(module);
  await make.enrolment(course, person);
  const caller = await school.as(person.uuid);
  const following = (await LiveClient.of(await school.as(person.uuid))).follow(ProgressChanged, { id: course.id });
  const next = async () => (await following.data()).progressChanged;
  expect(await next()).toEqual({ enrolment: { lastContent: null, progress: { completed: 0, total: 1, percent: 0 } }, content: null });
  return { course, module, content, caller, following, next };
}

test('what a student does in one window is told to their others', async () => {
  const { content, caller, next } = await enrolled();
  await caller.data(Complete, { id: content.id });
  expect(await next()).toMatchObject({
    enrolment: { progress: { completed: 1, percent: 100 } },
    content: { id: content.id, viewerHasCompleted: true },
  });
  await caller.data(Uncomplete, { id: content.id });
  expect(await next()).toMatchObject({ enrolment: { progress: { completed: 0 } }, content: { viewerHasCompleted: false } });
  await caller.data(Visit, { id: content.id });
  expect(await next()).toMatchObject({ enrolment: { lastContent: { id: content.id } } });
});

test('a content that comes leaves less done', async () => {
  const { module, content, caller, next } = await enrolled();
  await caller.data(Complete, { id: content.id });
  expect((await next()).enrolment.progress.percent).toBe(100);
  await author.data(AddText, { moduleId: module.id });
  expect(await next()).toEqual({
    enrolment: { lastContent: null, progress: { completed: 1, total: 2, percent: 50 } },
    content: null,
  });
});

test('nobody hears of what another student does', async () => {
  const { course, content, caller, following } = await enrolled();
  const other = await make.user();
  await make.enrolment(course, other);
  await (await school.as(other.uuid)).data(Complete, { id: content.id });
  await caller.data(Visit, { id: content.id });
  const event = await following.data();
  expect(event.progressChanged).toMatchObject({ content: { viewerHasCompleted: false }, enrolment: { progress: { completed: 0 } } });
  expect(following.waiting).toBe(0);
});

test('who leaves the course is told so, and hears no more', async () => {
  const { course, caller, following } = await enrolled();
  await caller.data(Leave, { id: course.id });
  expect(await following.next()).toMatchObject({ payload: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } });
  expect(await following.next()).toMatchObject({ type: 'complete' });
});
