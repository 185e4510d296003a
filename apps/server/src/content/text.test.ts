import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { uploaded } from '../../test/upload.ts';

const school = await openSchool();
const make = new Factory(school);

const CreateText = graphql(`
  mutation TextCreate($input: CreateTextInput!) {
    createText(input: $input) {
      content {
        id
        position
        status
        viewerCanEdit
        item {
          __typename
          title
          owner {
            id
          }
          content {
            id
          }
          ... on Text {
            body
          }
        }
      }
      module {
        contentCount
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

const UpdateText = graphql(`
  mutation TextUpdate($input: UpdateTextInput!) {
    updateText(input: $input) {
      content {
        item {
          title
          createdAt
          updatedAt
          ... on Text {
            body
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

const CreateFile = graphql(`
  mutation TextTestFile($input: CreateFileInput!) {
    createFile(input: $input) {
      content {
        id
      }
    }
  }
`);

const owner = await make.user('Instructors');
const caller = await school.as(owner.uuid);
const moduleOfMine = async () => make.module(await make.course(owner));

test('a text is added behind the last, and its Markdown is stored to the byte', async () => {
  const module = await moduleOfMine();
  const body = '  # Ça commence\r\n\ttab, `code`, $x^2$ 👩🏽‍🔬, spaces at the end  \n\n';
  const { createText } = await caller.data(CreateText, { input: { moduleId: module.id, title: ' A text ', body } });
  expect(createText).toMatchObject({
    userErrors: [],
    module: { contentCount: 1 },
    content: {
      position: 1,
      // The course is published: nobody reads what is not finished.
      status: 'DRAFT',
      viewerCanEdit: true,
      item: { __typename: 'Text', title: 'A text', body, owner: { id: owner.id } },
    },
  });
  expect(createText?.content?.item.content.id).toBe(createText?.content?.id);
});

test('a text may be empty; without a title, or too long, it is refused field by field', async () => {
  const module = await moduleOfMine();
  const create = async (title: string, body: string) =>
    (await caller.data(CreateText, { input: { moduleId: module.id, title, body } })).createText;
  expect((await create('Empty', ''))?.content?.item).toMatchObject({ body: '' });
  expect(await create('', 'x'.repeat(200_001))).toEqual({
    content: null,
    module: null,
    userErrors: [
      { code: 'REQUIRED', path: ['title'] },
      { code: 'TOO_LONG', path: ['body'], limit: 200_000 },
    ],
  });
});

test('an edit changes what it names and leaves the rest', async () => {
  const content = await make.content(await moduleOfMine(), 7);
  const { updateText } = await caller.data(UpdateText, { input: { contentId: content.id, title: 'New title' } });
  const item = updateText?.content?.item;
  expect(item).toMatchObject({ title: 'New title', body: 'Body of **text 7**' });
  expect(new Date(item?.updatedAt ?? 0).getTime()).toBeGreaterThan(new Date(item?.createdAt ?? 0).getTime());
  const emptied = await caller.data(UpdateText, { input: { contentId: content.id, body: '' } });
  expect(emptied.updateText?.content?.item).toMatchObject({ title: 'New title', body: '' });
});

test('an item of another kind is no text', async () => {
  const module = await moduleOfMine();
  const { id: fileId } = await uploaded(caller, 'FILE');
  const { createFile } = await caller.data(CreateFile, { input: { moduleId: module.id, title: 'A file', fileId } });
  const { errors } = await caller.run(UpdateText, { input: { contentId: createFile?.content?.id ?? '', title: 'A text?' } });
  expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('a stranger writes nothing into a course of another', async () => {
  const module = await moduleOfMine();
  const stranger = await school.as((await make.user('Instructors')).uuid);
  const { errors } = await stranger.run(CreateText, { input: { moduleId: module.id, title: 'Mine now', body: '' } });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
