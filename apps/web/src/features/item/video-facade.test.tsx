import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { PlaybackContext } from '../../lib/playback.ts';
import { startTranslations } from '../../lib/translations.ts';
import { VideoFacade } from './video-facade.tsx';

const embed = { host: 'VIMEO', url: 'https://vimeo.com/1', playerUrl: 'https://player.vimeo.com/video/1' } as const;

function show(ticksItself: boolean): void {
  const playback = { contentId: 'c', startAt: null, ticksItself, onPlace: () => undefined, onPlayed: () => undefined };
  render(
    <MantineProvider>
      <PlaybackContext value={playback}>
        <VideoFacade title="Waves" embed={embed} />
      </PlaybackContext>
    </MantineProvider>,
  );
}

describe('a film on another site', () => {
  beforeAll(() => startTranslations('en'));

  it('says that it is ticked off by hand, while it is not done', () => {
    show(true);
    expect(screen.getByText(/Vimeo does not tell us what you have watched: mark this film as done yourself/)).toBeTruthy();
  });

  it('says nothing of it where it is done', () => {
    show(false);
    expect(screen.queryByText(/mark this film/)).toBeNull();
  });
});
