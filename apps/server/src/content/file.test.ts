import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { uploaded } from '../../test/upload.ts';

const school = await openSchool();
const make = new Factory(school);

const CreateFile = graphql(`
  mutation FileItemCreate($input: CreateFileInput!) {
    createFile(input: $input) {
      content {
        id
        item {
          title
          ... on File {
            description
            file {
              id
              url
              mediaType
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

const UpdateFile = graphql(`
  mutation FileItemUpdate($input: UpdateFileInput!) {
    updateFile(input: $input) {
      content {
        item {
          title
          ... on File {
            description
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

async function fileItem() {
  const file = await uploaded(caller, 'FILE');
  const { createFile } = await caller.data(CreateFile, {
    input: { moduleId: (await moduleOfMine()).id, title: 'A sheet', fileId: file.id, status: 'PUBLISHED' },
  });
  return { file, content: createFile?.content };
}

test('an instructor adds a file that they uploaded', async () => {
  const { file, content } = await fileItem();
  expect(content?.item).toEqual({ title: 'A sheet', description: '', file: { id: file.id, url: file.url, mediaType: 'application/pdf' } });
});

test('a file of somebody else, of another use, or of nobody is refused at its field', async () => {
  const module = await moduleOfMine();
  const others = await uploaded(await school.as((await make.user('Instructors')).uuid), 'FILE');
  const picture = await uploaded(caller, 'IMAGE');
  for (const fileId of [others.id, picture.id]) {
    const { createFile } = await caller.data(CreateFile, { input: { moduleId: module.id, title: 'Not mine', fileId } });
    expect(createFile).toEqual({ content: null, userErrors: [{ code: 'NOT_FOUND', path: ['fileId'] }] });
  }
  const { errors } = await caller.run(CreateFile, { input: { moduleId: module.id, title: 'Not a file', fileId: module.id } });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('an edit changes what it names and leaves the rest', async () => {
  const { file, content } = await fileItem();
  const contentId = content?.id ?? '';
  const update = async (input: { title?: string; description?: string; fileId?: string }) =>
    (await caller.data(UpdateFile, { input: { contentId, ...input } })).updateFile?.content?.item;
  expect(await update({ description: 'For Monday' })).toEqual({ title: 'A sheet', description: 'For Monday', file: { id: file.id } });
  const second = await uploaded(caller, 'FILE');
  expect(await update({ fileId: second.id })).toEqual({ title: 'A sheet', description: 'For Monday', file: { id: second.id } });
});

test('who edits another’s course keeps the file that stands there, and brings only their own', async () => {
  const { file, content } = await fileItem();
  const contentId = content?.id ?? '';
  const administrator = await school.as((await make.user('Administrators')).uuid);
  const kept = await administrator.data(UpdateFile, { input: { contentId, title: 'Corrected', fileId: file.id } });
  expect(kept.updateFile).toMatchObject({ userErrors: [], content: { item: { title: 'Corrected', file: { id: file.id } } } });
  const others = await uploaded(caller, 'FILE');
  const refused = await administrator.data(UpdateFile, { input: { contentId, fileId: others.id } });
  expect(refused.updateFile?.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['fileId'] }]);
});

test('a replaced file is shown by nothing any more', async () => {
  const { file, content } = await fileItem();
  const student = await make.user('Instructors');
  const second = await uploaded(caller, 'FILE');
  await caller.data(UpdateFile, { input: { contentId: content?.id ?? '', fileId: second.id } });
  const rows = await school.db.selectFrom('content_file').select('file_id').execute();
  expect(rows.map(({ file_id: id }) => `/files/${id}`)).not.toContain(file.url);
  expect((await (await school.as(student.uuid)).get(file.url)).status).toBe(404);
});
