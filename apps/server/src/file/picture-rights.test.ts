import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { statusFor } from '../../test/file-status.ts';
import { uploaded } from '../../test/upload.ts';
import { CourseStatus } from '../course/course.entity.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';

const school = await openSchool();
const make = new Factory(school);
const owner = await make.user('Instructors');
const instructor = await school.as(owner.uuid);

const AddText = graphql(`
  mutation PictureRightsText($moduleId: ID!, $body: String!) {
    createText(input: { moduleId: $moduleId, title: "A text", body: $body, status: PUBLISHED }) {
      content {
        id
        item {
          ... on Text {
            pictures {
              url
              srcSet
            }
          }
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const EditText = graphql(`
  mutation PictureRightsEditText($contentId: ID!, $body: String!) {
    updateText(input: { contentId: $contentId, body: $body }) {
      userErrors {
        code
      }
    }
  }
`);

const EditOverview = graphql(`
  mutation PictureRightsOverview($id: ID!, $overview: String!) {
    updateCourse(input: { id: $id, overview: $overview }) {
      course {
        overviewPictures {
          url
        }
      }
    }
  }
`);

const shownAs = (...files: { url: string }[]) => files.map(({ url }) => `![A picture](${url})`).join('\n\n');

test('a picture in a text is open to its readers for as long as the text shows it', async () => {
  const course = await make.course(owner, { status: CourseStatus.PUBLISHED });
  const module = await make.module(course, 1, { status: PublicationStatus.PUBLISHED });
  const student = await make.user();
  await make.enrolment(course, student);
  const reader = await school.as(student.uuid);
  const picture = await uploaded(instructor, 'IMAGE');
  const { createText } = await instructor.data(AddText, { moduleId: module.id, body: shownAs(picture, picture) });
  expect(createText?.content?.item).toMatchObject({ pictures: [{ url: picture.url, srcSet: `${picture.url}/3 3w` }] });
  expect(await statusFor(reader, picture)).toBe(200);
  const manager = await school.as((await make.user('Administrators')).uuid);
  const contentId = createText?.content?.id ?? '';
  await manager.data(EditText, { contentId, body: `More words. ${shownAs(picture)}` });
  expect(await statusFor(reader, picture)).toBe(200);
  await manager.data(EditText, { contentId, body: 'No picture.' });
  expect(await statusFor(reader, picture)).toBe(404);
});

test('a text shows two hundred files at most', async () => {
  const module = await make.module(await make.course(owner));
  const body = shownAs(...Array.from({ length: 201 }, () => ({ url: `/files/${randomUUID()}` })));
  const { createText } = await instructor.data(AddText, { moduleId: module.id, body });
  expect(createText).toEqual({ content: null, userErrors: [{ code: 'TOO_MANY', path: ['body'] }] });
});

test('a picture in the overview of a published course is open to all', async () => {
  const course = await make.course(owner, { status: CourseStatus.PUBLISHED });
  const picture = await uploaded(instructor, 'IMAGE');
  expect(await statusFor(school.nobody, picture)).toBe(401);
  const { updateCourse } = await instructor.data(EditOverview, { id: course.id, overview: shownAs(picture) });
  expect(updateCourse?.course?.overviewPictures).toEqual([{ url: picture.url }]);
  expect(await statusFor(school.nobody, picture)).toBe(200);
  await instructor.data(EditOverview, { id: course.id, overview: 'Words.' });
  expect(await statusFor(school.nobody, picture)).toBe(401);
});
