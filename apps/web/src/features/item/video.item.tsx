import { useQuery } from '@apollo/client/react';
import { Stack, Text } from '@mantine/core';
import { graphql } from '../../gql/gql.ts';
import { frameOf } from '../../lib/video-frame.ts';
import { nothingHere } from '../../lib/failure.ts';
import { FailurePart } from '../../ui/failure-part.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { EditedItem } from './edited-item.tsx';
import classes from './item.module.css';
import type { ItemKind } from './item-kinds.ts';
import { VideoFacade } from './video-facade.tsx';
import { VideoFile } from './video-file.tsx';
import { CreateVideoDocument, VideoForm } from './video-form.tsx';

const VideoItemDocument = graphql(`
  query VideoItem($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Video {
        title
        description
        revision
        embed {
          host
          url
          playerUrl
        }
        upload {
          id
          name
          mediaType
          size
          url
        }
        poster {
          id
          name
          mediaType
          size
          url
        }
        captions {
          language
          file {
            id
            name
            mediaType
            size
            url
          }
        }
      }
    }
  }
`);

const View: ItemKind['View'] = ({ itemId }) => {
  const query = useQuery(VideoItemDocument, { variables: { id: itemId } });
  return (
    <QueryState query={query} scope="part" skeleton={<ListSkeleton count={1} height={400} />}>
      {({ node: video }) =>
        video?.__typename !== 'Video' ? (
          <FailurePart error={nothingHere} />
        ) : (
          <Stack gap="lg">
            {video.embed !== null && <VideoFacade title={video.title} embed={video.embed} />}
            {video.upload !== null && <VideoFile title={video.title} file={video.upload} poster={video.poster} captions={video.captions} />}
            {video.description !== '' && <Text className={classes.description}>{video.description}</Text>}
          </Stack>
        )
      }
    </QueryState>
  );
};

const Form: ItemKind['Form'] = (props) => (
  <EditedItem document={VideoItemDocument} typename="Video" edited={props.edited}>
    {(state) => <VideoForm {...props} {...state} />}
  </EditedItem>
);

/** Posters of dropped films, by the keys of what is sent with them. */
const posters = new Map<string, Promise<string | null>>();

/** A film that is dropped has a picture, too, where this browser can play it. */
async function posterIdOf(url: string): Promise<string | null> {
  const file = await frameOf(url);
  const { uploadFile } = await import('../../lib/upload.ts');
  const sent = file && (await uploadFile({ file, use: 'IMAGE', onProgress: () => undefined, signal: AbortSignal.timeout(60_000) }));
  return sent?.file?.id ?? null;
}

const add: ItemKind['add'] = async (client, { moduleId, title, fileId, url, idempotencyKey }) => {
  // What is tried again says the same as before.
  const poster = posters.get(idempotencyKey) ?? posterIdOf(url).catch(() => null);
  posters.set(idempotencyKey, poster);
  const posterId = await poster;
  const { data } = await client.mutate({
    mutation: CreateVideoDocument,
    variables: { input: { moduleId, title, fileId, posterId, idempotencyKey } },
  });
  return data?.createVideo;
};

export const videoItem: ItemKind = { View, document: VideoItemDocument, Form, add };
