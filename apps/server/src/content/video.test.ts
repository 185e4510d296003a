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
            file {
              id
            }
            captions {
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
            file {
              id
            }
            captions {
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
const module = await make.module(await make.course(owner));

const create = async (source: Partial<CreateVideoInput>) =>
  (await caller.data(CreateVideo, { input: { moduleId: module.id, title: 'A film', ...source } })).createVideo;

const vimeo = 'https://vimeo.com/76979871';

test('a film of YouTube or Vimeo is kept by its name there and played without cookies', async () => {
  const youTube = await create({ url: 'https://youtu.be/dQw4w9WgXcQ?t=42' });
  expect(youTube).toMatchObject({ userErrors: [], content: { item: { title: 'A film', description: '', file: null, captions: null } } });
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

test('an uploaded film plays with its captions', async () => {
  const [film, captions] = [await uploaded(caller, 'VIDEO'), await uploaded(caller, 'CAPTIONS')];
  const added = await create({ fileId: film.id, captionsId: captions.id });
  expect(added).toMatchObject({ userErrors: [], content: { item: { embed: null, file: { id: film.id }, captions: { id: captions.id } } } });
});

test('a film has one source: not none, not two, and captions only beside a file', async () => {
  const [film, captions] = [await uploaded(caller, 'VIDEO'), await uploaded(caller, 'CAPTIONS')];
  const refusals: [Partial<CreateVideoInput>, object][] = [
    [{}, { code: 'REQUIRED', path: ['url'] }],
    [{ url: '' }, { code: 'REQUIRED', path: ['url'] }],
    [{ url: 'https://example.org/film.mp4' }, { code: 'INVALID', path: ['url'] }],
    [{ url: 'https://youtube.com.example.org/watch?v=dQw4w9WgXcQ' }, { code: 'INVALID', path: ['url'] }],
    [
      { url: vimeo, fileId: film.id },
      { code: 'INVALID', path: ['url'] },
    ],
    [
      { url: vimeo, captionsId: captions.id },
      { code: 'INVALID', path: ['captionsId'] },
    ],
    [{ fileId: captions.id }, { code: 'NOT_FOUND', path: ['fileId'] }],
    [
      { fileId: film.id, captionsId: film.id },
      { code: 'NOT_FOUND', path: ['captionsId'] },
    ],
  ];
  for (const [source, error] of refusals) expect(await create(source)).toEqual({ content: null, userErrors: [error] });
});

test('an address replaces a file with its captions, and the reverse', async () => {
  const [film, captions] = [await uploaded(caller, 'VIDEO'), await uploaded(caller, 'CAPTIONS')];
  const contentId = (await create({ fileId: film.id, captionsId: captions.id }))?.content?.id ?? '';
  const update = async (source: Partial<UpdateVideoInput>) =>
    (await caller.data(UpdateVideo, { input: { contentId, ...source } })).updateVideo;
  expect(await update({ title: 'Another title' })).toMatchObject({
    content: { item: { title: 'Another title', file: { id: film.id }, captions: { id: captions.id } } },
  });
  expect(await update({ captionsId: null })).toMatchObject({ content: { item: { file: { id: film.id }, captions: null } } });
  expect(await update({ captionsId: captions.id })).toMatchObject({ content: { item: { captions: { id: captions.id } } } });
  expect(await update({ url: '' })).toEqual({ content: null, userErrors: [{ code: 'REQUIRED', path: ['url'] }] });
  expect(await update({ url: vimeo })).toMatchObject({ content: { item: { embed: { videoId: '76979871' }, file: null, captions: null } } });
  expect(await school.db.selectFrom('content_file').selectAll().where('file_id', 'in', [film.uuid, captions.uuid]).execute()).toEqual([]);
  expect(await update({ fileId: film.id })).toMatchObject({ content: { item: { embed: null, file: { id: film.id }, captions: null } } });
});
