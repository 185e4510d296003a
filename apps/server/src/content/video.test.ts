import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import type { CreateVideoInput, UpdateVideoInput } from '../../test/gql/graphql.ts';
import { openSchool } from '../../test/harness.ts';
import { uploaded } from '../../test/upload.ts';

const school = await openSchool();
const make = new Factory(school);

const CreateVideo = graphql(`
  mutation VideoCreate($input: CreateVideoInput!) {
    createVideo(input: $input) {
      content {
        id
        item {
          title
          ... on Video {
            description
            embed {
              host
              videoId
              url
              playerUrl
            }
            upload {
              id
            }
            poster {
              id
            }
            captions {
              language
              file {
                id
              }
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

const UpdateVideo = graphql(`
  mutation VideoUpdate($input: UpdateVideoInput!) {
    updateVideo(input: $input) {
      content {
        item {
          title
          ... on Video {
            embed {
              videoId
            }
            upload {
              id
            }
            poster {
              id
            }
            captions {
              language
              file {
                id
              }
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
const module = await make.module(await make.course(owner));

const create = async (source: Partial<CreateVideoInput>) =>
  (await caller.data(CreateVideo, { input: { moduleId: module.id, title: 'A film', ...source } })).createVideo;

const vimeo = 'https://vimeo.com/76979871';

/** Captions in these languages, each a file of its own. */
const captionsIn = (...languages: string[]) =>
  Promise.all(languages.map(async (language) => ({ language, fileId: (await uploaded(caller, 'CAPTIONS')).id })));
const shown = (captions: { language: string; fileId: string }[]) =>
  captions.map(({ language, fileId }) => ({ language, file: { id: fileId } }));

test('a film of YouTube or Vimeo is kept by its name there and played without cookies', async () => {
  const youTube = await create({ url: 'https://youtu.be/dQw4w9WgXcQ?t=42' });
  expect(youTube).toMatchObject({
    userErrors: [],
    content: { item: { title: 'A film', description: '', upload: null, poster: null, captions: [] } },
  });
  expect(youTube?.content?.item).toMatchObject({
    embed: {
      host: 'YOUTUBE',
      videoId: 'dQw4w9WgXcQ',
      url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
      playerUrl: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
    },
  });
  expect((await create({ url: vimeo }))?.content?.item).toMatchObject({
    embed: { host: 'VIMEO', videoId: '76979871', url: vimeo, playerUrl: 'https://player.vimeo.com/video/76979871?dnt=1' },
  });
});

test('an uploaded film has a poster, and captions by language', async () => {
  const [film, poster, captions] = [await uploaded(caller, 'VIDEO'), await uploaded(caller, 'IMAGE'), await captionsIn('fr', 'en')];
  const added = await create({ fileId: film.id, posterId: poster.id, captions });
  const item = { embed: null, upload: { id: film.id }, poster: { id: poster.id }, captions: shown(captions.toReversed()) };
  expect(added).toMatchObject({ userErrors: [], content: { item } });
});

test('a film has one source: not none, not two, and poster and captions only beside a file', async () => {
  const [film, poster, captions] = [await uploaded(caller, 'VIDEO'), await uploaded(caller, 'IMAGE'), await captionsIn('en')];
  const [fileId, captionsId] = [film.id, captions[0]?.fileId ?? ''];
  const many = Array.from({ length: 21 }, (_, at) => ({ language: `a${String.fromCodePoint(97 + at)}`, fileId: captionsId }));
  const refusals: [Partial<CreateVideoInput>, object][] = [
    [{}, { code: 'REQUIRED', path: ['url'] }],
    [{ url: '' }, { code: 'REQUIRED', path: ['url'] }],
    [{ url: 'https://example.org/film.mp4' }, { code: 'INVALID', path: ['url'] }],
    [{ url: 'https://youtube.com.example.org/watch?v=dQw4w9WgXcQ' }, { code: 'INVALID', path: ['url'] }],
    [
      { url: vimeo, fileId },
      { code: 'INVALID', path: ['url'] },
    ],
    [
      { url: vimeo, posterId: poster.id },
      { code: 'INVALID', path: ['posterId'] },
    ],
    [
      { url: vimeo, captions },
      { code: 'INVALID', path: ['captions'] },
    ],
    [{ fileId: captionsId }, { code: 'NOT_FOUND', path: ['fileId'] }],
    [
      { fileId, posterId: fileId },
      { code: 'NOT_FOUND', path: ['posterId'] },
    ],
    [
      { fileId, captions: [{ language: 'en', fileId }] },
      { code: 'NOT_FOUND', path: ['captions', '0', 'fileId'] },
    ],
    [
      { fileId, captions: [{ language: 'English', fileId: captionsId }] },
      { code: 'INVALID', path: ['captions', '0', 'language'] },
    ],
    [
      { fileId, captions: [...captions, ...captions] },
      { code: 'TAKEN', path: ['captions', '1', 'language'] },
    ],
    [
      { fileId, captions: many },
      { code: 'TOO_MANY', path: ['captions'] },
    ],
  ];
  for (const [source, error] of refusals) expect(await create(source)).toEqual({ content: null, userErrors: [error] });
});

test('an address replaces a file with its poster and captions, and the reverse', async () => {
  const [film, poster, captions] = [await uploaded(caller, 'VIDEO'), await uploaded(caller, 'IMAGE'), await captionsIn('en', 'fr')];
  const contentId = (await create({ fileId: film.id, posterId: poster.id, captions }))?.content?.id ?? '';
  const update = async (source: Partial<UpdateVideoInput>) =>
    (await caller.data(UpdateVideo, { input: { contentId, ...source } })).updateVideo;
  const uploadedItem = { upload: { id: film.id }, poster: { id: poster.id }, captions: shown(captions) };
  expect(await update({ title: 'Another title' })).toMatchObject({ content: { item: { title: 'Another title', ...uploadedItem } } });
  expect(await update({ captions: captions.slice(1) })).toMatchObject({ content: { item: { captions: shown(captions.slice(1)) } } });
  expect(await update({ captions: null, posterId: null })).toMatchObject({ content: { item: { poster: null, captions: [] } } });
  expect(await update({ captions, posterId: poster.id })).toMatchObject({ content: { item: uploadedItem } });
  expect(await update({ url: '' })).toEqual({ content: null, userErrors: [{ code: 'REQUIRED', path: ['url'] }] });
  const embedded = { embed: { videoId: '76979871' }, upload: null, poster: null, captions: [] };
  expect(await update({ url: vimeo })).toMatchObject({ content: { item: embedded } });
  expect(await school.db.selectFrom('content_file').selectAll().where('file_id', 'in', [film.uuid, poster.uuid]).execute()).toEqual([]);
  expect(await update({ fileId: film.id })).toMatchObject({ content: { item: { embed: null, upload: { id: film.id }, captions: [] } } });
});

test('a colleague keeps the files that a film has, and brings none of somebody else', async () => {
  const [film, captions] = [await uploaded(caller, 'VIDEO'), await captionsIn('en')];
  const contentId = (await create({ fileId: film.id, captions }))?.content?.id ?? '';
  const manager = await school.as((await make.user('Administrators')).uuid);
  const update = async (source: Partial<UpdateVideoInput>) =>
    (await manager.data(UpdateVideo, { input: { contentId, ...source } })).updateVideo;
  expect(await update({ fileId: film.id, captions })).toMatchObject({ userErrors: [], content: { item: { captions: shown(captions) } } });
  const [foreign] = await captionsIn('fr');
  expect(await update({ captions: [...captions, ...(foreign ? [foreign] : [])] })).toEqual({
    content: null,
    userErrors: [{ code: 'NOT_FOUND', path: ['captions', '1', 'fileId'] }],
  });
});
