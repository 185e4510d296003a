import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { type Caller, openSchool } from '../../test/harness.ts';
import { uploaded } from '../../test/upload.ts';

const school = await openSchool();
const make = new Factory(school);

const Create = graphql(`
  mutation PictureTextCreate($input: CreateTextInput!) {
    createText(input: $input) {
      content {
        id
      }
    }
  }
`);

const Update = graphql(`
  mutation PictureTextUpdate($input: UpdateTextInput!) {
    updateText(input: $input) {
      content {
        id
      }
      userErrors {
        code
      }
    }
  }
`);

const owner = await make.user('Instructors');
const writer = await school.as(owner.uuid);

async function courseWithStudent() {
  const course = await make.course(owner);
  const module = await make.module(course);
  const student = await make.user();
  await make.enrolment(course, student);
  return { module, reader: await school.as(student.uuid) };
}

async function statusFor(caller: Caller, { url }: { url: string }): Promise<number> {
  const response = await caller.get(url);
  await response.arrayBuffer();
  return response.status;
}

async function textIn(moduleId: string, body: string): Promise<string> {
  const { createText } = await writer.data(Create, { input: { moduleId, title: 'A text', body, status: 'PUBLISHED' } });
  return createText?.content?.id ?? '';
}

test('who reads a text reads the pictures that it shows, as long as it shows them', async () => {
  const { module, reader } = await courseWithStudent();
  const [first, second] = [await uploaded(writer, 'IMAGE'), await uploaded(writer, 'IMAGE')];
  expect(await statusFor(reader, first)).toBe(404);
  const contentId = await textIn(module.id, `![one](${first.url}) and again ![one](${first.url} "title")`);
  expect(await statusFor(reader, first)).toBe(200);
  expect(await statusFor(await school.as((await make.user()).uuid), first)).toBe(404);

  await writer.data(Update, { input: { contentId, title: 'Another title' } });
  expect(await statusFor(reader, first)).toBe(200);

  await writer.data(Update, { input: { contentId, body: `![two](${second.url})` } });
  expect([await statusFor(reader, first), await statusFor(reader, second)]).toEqual([404, 200]);
});

test('the address of what belongs to another opens nothing; a colleague’s edit keeps what was there', async () => {
  const { module, reader } = await courseWithStudent();
  const stranger = await school.as((await make.user('Instructors')).uuid);
  const [foreign, mine] = [await uploaded(stranger, 'IMAGE'), await uploaded(writer, 'IMAGE')];
  const contentId = await textIn(
    module.id,
    `![theirs](${foreign.url}) ![mine](${mine.url}) ![none](/files/00000000-0000-0000-0000-000000000000)`,
  );
  expect([await statusFor(reader, foreign), await statusFor(reader, mine)]).toEqual([404, 200]);

  const admin = await school.as((await make.user('Administrators')).uuid);
  const theirs = await uploaded(admin, 'IMAGE');
  const { updateText } = await admin.data(Update, { input: { contentId, body: `![mine](${mine.url}) ![admin](${theirs.url})` } });
  expect(updateText?.userErrors).toEqual([]);
  expect([await statusFor(reader, mine), await statusFor(reader, theirs)]).toEqual([200, 200]);
});
