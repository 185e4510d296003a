import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { uploaded } from '../../test/upload.ts';
import { copyTitle } from '../course/copy-title.ts';

const school = await openSchool();
const make = new Factory(school);

const DuplicateModule = graphql(`
  mutation DuplicationOfModule($input: DuplicateModuleInput!) {
    duplicateModule(input: $input) {
      module {
        id
        title
        description
        status
        contents {
          position
          status
          item {
            title
            owner {
              id
            }
            ... on Text {
              body
            }
            ... on Image {
              caption
              file {
                id
              }
            }
          }
        }
      }
      course {
        modules {
          title
        }
      }
      userErrors {
        code
      }
    }
  }
`);

const DuplicateContent = graphql(`
  mutation DuplicationOfContent($input: DuplicateContentInput!) {
    duplicateContent(input: $input) {
      content {
        id
        status
        item {
          title
          ... on Text {
            body
          }
        }
      }
      course {
        modules {
          contents {
            item {
              title
            }
          }
        }
      }
      userErrors {
        code
      }
    }
  }
`);

const RenameContent = graphql(`
  mutation DuplicationRenameContent($id: ID!, $title: String!) {
    renameContent(input: { id: $id, title: $title }) {
      content {
        item {
          title
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

const CreateImage = graphql(`
  mutation DuplicationCreateImage($input: CreateImageInput!) {
    createImage(input: $input) {
      content {
        id
      }
    }
  }
`);

const owner = await make.user('Instructors');
const caller = await school.as(owner.uuid);
const stranger = await school.as((await make.user('Instructors')).uuid);

test('a copy of a content stands right behind it, a draft with the same body, which another edit does not touch', async () => {
  const module = await make.module(await make.course(owner, { language: 'fr' }), 1);
  const [first] = [await make.content(module, 1), await make.content(module, 2)];
  const { duplicateContent } = await caller.data(DuplicateContent, { input: { id: first.id } });
  expect(duplicateContent?.userErrors).toEqual([]);
  expect(duplicateContent?.content).toMatchObject({ status: 'DRAFT', item: { title: 'Text 1 (copie)', body: 'Body of **text 1**' } });
  const titles = duplicateContent?.course?.modules?.[0]?.contents?.map(({ item }) => item.title);
  expect(titles).toEqual(['Text 1', 'Text 1 (copie)', 'Text 2']);
  await caller.data(RenameContent, { id: duplicateContent?.content?.id ?? '', title: 'Another' });
  const again = await caller.data(DuplicateContent, { input: { id: first.id } });
  expect(again.duplicateContent?.course?.modules?.[0]?.contents?.map(({ item }) => item.title)).toEqual([
    'Text 1',
    'Text 1 (copie)',
    'Another',
    'Text 2',
  ]);
});

test('a copy of a module has copies of its contents, in their order, which show the same files; the original stays', async () => {
  const course = await make.course(owner);
  const module = await make.module(course, 1, { title: 'Shores', description: 'Sand and cliffs' });
  await make.module(course, 2, { title: 'Currents' });
  await make.content(module, 1);
  await make.content(module, 2, { deletedAt: new Date() });
  const { id: fileId } = await uploaded(caller, 'IMAGE');
  await caller.data(CreateImage, { input: { moduleId: module.id, title: 'Map', alternativeText: 'A map', caption: 'Seen', fileId } });

  const { duplicateModule } = await caller.data(DuplicateModule, { input: { id: module.id } });
  const mine = { owner: { id: owner.id } };
  expect(duplicateModule?.module).toMatchObject({
    title: 'Shores (copy)',
    description: 'Sand and cliffs',
    status: 'DRAFT',
    contents: [
      { status: 'PUBLISHED', item: { title: 'Text 1', body: 'Body of **text 1**', ...mine } },
      { status: 'DRAFT', item: { title: 'Map', caption: 'Seen', file: { id: fileId }, ...mine } },
    ],
  });
  expect(duplicateModule?.course?.modules?.map(({ title }) => title)).toEqual(['Shores', 'Shores (copy)', 'Currents']);
  const { rows } = await sql`select from content_file`.execute(school.db);
  expect(rows).toHaveLength(2);
});

test('an empty module can be copied, and the same key makes one copy', async () => {
  const module = await make.module(await make.course(owner), 1, { title: 'Empty' });
  const input = { id: module.id, idempotencyKey: 'once' };
  const answers = await Promise.all([caller.data(DuplicateModule, { input }), caller.data(DuplicateModule, { input })]);
  expect(new Set(answers.map(({ duplicateModule }) => duplicateModule?.module?.id)).size).toBe(1);
  expect(answers[0]?.duplicateModule?.course?.modules).toHaveLength(2);
});

test('what is full takes no copy, and a stranger makes none', async () => {
  const course = await make.course(owner);
  const modules: Made[] = [];
  for (let position = 1; position <= 100; position += 1) modules.push(await make.module(course, position));
  const [module = { id: '' }] = modules;
  expect((await caller.data(DuplicateModule, { input: { id: module.id } })).duplicateModule?.userErrors).toEqual([{ code: 'TOO_MANY' }]);
  const content = await make.content(modules[1] as Made);
  expect((await stranger.run(DuplicateModule, { input: { id: module.id } })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect((await stranger.run(DuplicateContent, { input: { id: content.id } })).errors).toMatchObject([
    { extensions: { code: 'NOT_FOUND' } },
  ]);
});

test('ten copies of one content made at once have ten places and ten titles', async () => {
  const content = await make.content(await make.module(await make.course(owner)), 1);
  const answers = await Promise.all(Array.from({ length: 10 }, () => caller.data(DuplicateContent, { input: { id: content.id } })));
  expect(new Set(answers.map(({ duplicateContent }) => duplicateContent?.content?.item.title)).size).toBe(10);
});

test('a content is renamed whatever its kind, and nothing else of it changes', async () => {
  const content = await make.content(await make.module(await make.course(owner)), 1);
  const { renameContent } = await caller.data(RenameContent, { id: content.id, title: '  Dunes ' });
  expect(renameContent).toEqual({ content: { item: { title: 'Dunes', body: 'Body of **text 1**' } }, userErrors: [] });
  const refused = await caller.data(RenameContent, { id: content.id, title: ' ' });
  expect(refused.renameContent).toEqual({ content: null, userErrors: [{ code: 'REQUIRED', path: ['title'] }] });
  expect((await stranger.run(RenameContent, { id: content.id, title: 'Mine' })).errors).toMatchObject([
    { extensions: { code: 'NOT_FOUND' } },
  ]);
});

test.each([
  ['Waves', 'en', [], 'Waves (copy)'],
  ['Waves (copy)', 'en', ['Waves', 'Waves (copy)'], 'Waves (copy 2)'],
  ['Vagues', 'fr', ['Vagues (copie)', 'Vagues (copie 2)'], 'Vagues (copie 3)'],
  ['Aallot', 'fi', [], 'Aallot (copy)'],
  ['x'.repeat(200), 'en', [], `${'x'.repeat(193)} (copy)`],
])('the copy of %s in %s beside %j is %s', (title, language, taken, copy) => {
  expect(copyTitle(title, language, taken)).toBe(copy);
});
