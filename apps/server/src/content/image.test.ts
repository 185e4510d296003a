import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { uploaded } from '../../test/upload.ts';

const school = await openSchool();
const make = new Factory(school);

const CreateImage = graphql(`
  mutation ImageCreate($input: CreateImageInput!) {
    createImage(input: $input) {
      content {
        id
        item {
          title
          ... on Image {
            alternativeText
            caption
            file {
              id
              width
              height
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

const UpdateImage = graphql(`
  mutation ImageUpdate($input: UpdateImageInput!) {
    updateImage(input: $input) {
      content {
        item {
          title
          ... on Image {
            alternativeText
            caption
            file {
              id
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

const owner = await make.user('Instructors');
const caller = await school.as(owner.uuid);
const moduleOfMine = async () => make.module(await make.course(owner));

test('an instructor adds a picture, with the words that stand for it', async () => {
  const file = await uploaded(caller, 'IMAGE');
  const input = { moduleId: (await moduleOfMine()).id, title: 'Teal', alternativeText: 'A teal field', fileId: file.id };
  const { createImage } = await caller.data(CreateImage, { input });
  expect(createImage).toMatchObject({
    userErrors: [],
    content: { item: { title: 'Teal', alternativeText: 'A teal field', caption: '', file: { id: file.id, width: 3, height: 2 } } },
  });
});

test('a picture without words that stand for it is refused, when it is added and when it is changed', async () => {
  const file = await uploaded(caller, 'IMAGE');
  const input = { moduleId: (await moduleOfMine()).id, title: 'Teal', alternativeText: ' ', fileId: file.id };
  const refused = { content: null, userErrors: [{ code: 'REQUIRED', path: ['alternativeText'] }] };
  expect((await caller.data(CreateImage, { input })).createImage).toEqual(refused);
  const { createImage } = await caller.data(CreateImage, { input: { ...input, alternativeText: 'Teal' } });
  const contentId = createImage?.content?.id ?? '';
  expect((await caller.data(UpdateImage, { input: { contentId, alternativeText: '' } })).updateImage).toEqual(refused);
});

test('a file that is no picture is refused at its field', async () => {
  const file = await uploaded(caller, 'FILE');
  const input = { moduleId: (await moduleOfMine()).id, title: 'Teal', alternativeText: 'Teal', fileId: file.id };
  expect((await caller.data(CreateImage, { input })).createImage?.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['fileId'] }]);
});

test('an edit changes what it names and leaves the rest', async () => {
  const file = await uploaded(caller, 'IMAGE');
  const input = { moduleId: (await moduleOfMine()).id, title: 'Teal', alternativeText: 'Teal', caption: 'By hand', fileId: file.id };
  const contentId = (await caller.data(CreateImage, { input })).createImage?.content?.id ?? '';
  const { updateImage } = await caller.data(UpdateImage, { input: { contentId, caption: '' } });
  expect(updateImage).toEqual({
    content: { item: { title: 'Teal', alternativeText: 'Teal', caption: '', file: { id: file.id } } },
    userErrors: [],
  });
});
