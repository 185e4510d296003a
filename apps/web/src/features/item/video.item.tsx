import { useQuery } from '@apollo/client/react';
import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { nothingHere } from '../../lib/failure.ts';
import { FailurePart } from '../../ui/failure-part.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import classes from './item.module.css';
import type { ItemKind } from './item-kinds.ts';
import { VideoFacade } from './video-facade.tsx';

const VideoItemDocument = graphql(`
  query VideoItem($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Video {
        title
        description
        embed {
          host
          url
          playerUrl
        }
        file {
          id
          name
          mediaType
          url
        }
        captions {
          id
          url
        }
      }
    }
  }
`);

interface VideoFileProps {
  title: string;
  file: { url: string; mediaType: string };
  captions: { url: string } | null;
}

function VideoFile({ title, file, captions }: VideoFileProps) {
  const { t, i18n } = useTranslation('learning');
  return (
    <video controls preload="metadata" className={classes.video} aria-label={title}>
      <source src={file.url} type={file.mediaType} />
      {captions !== null && <track kind="captions" src={captions.url} srcLang={i18n.language} label={t('video.captions')} default />}
      <Anchor href={file.url}>{t('file.download')}</Anchor>
    </video>
  );
}

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
            {video.file !== null && <VideoFile title={video.title} file={video.file} captions={video.captions} />}
            {video.description !== '' && <Text className={classes.description}>{video.description}</Text>}
          </Stack>
        )
      }
    </QueryState>
  );
};

export const videoItem: ItemKind = { View };
