import { Anchor, Text, UnstyledButton } from '@mantine/core';
import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VideoHost } from '../../gql/graphql.ts';
import { usePlayback } from '../../lib/playback.ts';
import classes from './item.module.css';

const hostNames: Readonly<Record<VideoHost, string>> = { YOUTUBE: 'YouTube', VIMEO: 'Vimeo' };

interface VideoFacadeProps {
  title: string;
  embed: { host: VideoHost; url: string; playerUrl: string };
}

/** Stands for a video on another site: nothing is asked of that site before somebody wants to watch. */
export function VideoFacade({ title, embed: { host, url, playerUrl } }: VideoFacadeProps) {
  const { t } = useTranslation('learning');
  const [isPlaying, setPlaying] = useState(false);
  const playback = usePlayback();
  const hostName = hostNames[host];
  const player = new URL(playerUrl);
  player.searchParams.set('autoplay', '1');

  return (
    <div>
      <div className={classes.frame}>
        {isPlaying ? (
          <iframe
            src={player.href}
            title={title}
            allow="autoplay; fullscreen; picture-in-picture; encrypted-media"
            allowFullScreen
            // YouTube plays only for a page that says which site it is.
            referrerPolicy="strict-origin-when-cross-origin"
            sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
          />
        ) : (
          <UnstyledButton
            className={classes.facade}
            onClick={() => setPlaying(true)}
            aria-label={t('video.play', { title, host: hostName })}
          >
            <span className={classes.play} aria-hidden>
              <IconPlayerPlayFilled size={34} />
            </span>
          </UnstyledButton>
        )}
      </div>
      <Text size="sm" c="dimmed" mt="xs">
        {t('video.privacy', { host: hostName })}{' '}
        <Anchor href={url} target="_blank" rel="noreferrer" inherit underline="always">
          {t('video.watchThere', { host: hostName })}
        </Anchor>
      </Text>
      {playback?.ticksItself === true && (
        <Text size="sm" c="dimmed" mt="xs" data-screen-only>
          {t('doneBy.hand', { host: hostName })}
        </Text>
      )}
    </div>
  );
}
