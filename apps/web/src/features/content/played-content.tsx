import { Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { PlaybackContext } from '../../lib/playback.ts';
import { ItemView } from '../item/item-view.tsx';
import { isLockedItem, ItemKindItem } from '../item/item-kind-name.ts';
import { itemKinds } from '../item/item-kinds.ts';
import { useCompletion } from './use-completion.ts';
import { useDwell } from './use-dwell.ts';
import { usePlaceInFilm } from './use-place-in-film.ts';

const PlayedContentContent = graphql(`
  fragment PlayedContent_content on Content {
    id
    viewerPlaybackSeconds
    ...Completion_content
    item {
      id
      ...ItemKind_item
    }
  }
`);

interface PlayedContentProps {
  content: FragmentType<typeof PlayedContentContent>;
  /** Whose progress is kept. */
  isStudent: boolean;
  /** The student said that it is not done: then nothing ticks it again by itself. */
  isTakenBack: boolean;
}

/** A content as a student works through it: read to its end, or played, it is done. */
export function PlayedContent({ content: ref, isStudent, isTakenBack }: PlayedContentProps) {
  const { t } = useTranslation('learning');
  const content = readFragment(PlayedContentContent, ref);
  const { id, viewerPlaybackSeconds, item } = content;
  const { isDone, turn } = useCompletion(content);
  const onPlace = usePlaceInFilm(id);
  const kind = readFragment(ItemKindItem, item).__typename;
  const isRead = !isLockedItem(kind) && itemKinds[kind].doneBy === 'reading';
  const ticksItself = isStudent && !isDone && !isTakenBack;

  const text = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  useDwell({ text, end, isActive: ticksItself && isRead, onRead: () => turn(true) });

  const playback = {
    contentId: id,
    startAt: viewerPlaybackSeconds,
    ticksItself,
    onPlace,
    onPlayed: () => {
      if (ticksItself) turn(true);
    },
  };
  return (
    <PlaybackContext value={isStudent ? playback : null}>
      <div ref={text}>
        <ItemView item={item} />
      </div>
      <div ref={end} />
      {ticksItself && isRead && (
        <Text size="sm" c="dimmed" mt="xl" data-screen-only>
          {t('doneBy.reading')}
        </Text>
      )}
    </PlaybackContext>
  );
}
