import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { joined, lengthOf, type Stretch, stretchesOf } from '../../lib/played-time.ts';
import { usePlayback } from '../../lib/playback.ts';
import { useViewerId } from '../../lib/use-session.ts';

/** Of a film, to be done: without the titles at its end. */
const enough = 0.9;
const tellEverySeconds = 10;
/** So near to an end one begins there. */
const nearBeginning = 5;
const nearEnd = 10;

const readStretches = (key: string): Stretch[] => JSON.parse(localStorage.getItem(key) ?? '[]') as Stretch[];

/** A film that goes on where the student left it, tells where they are, and is done when nine tenths of it were really played. */
export function useFilm() {
  const playback = usePlayback();
  const viewerId = useViewerId();
  const film = useRef<HTMLVideoElement>(null);
  const [resumedAt, setResumedAt] = useState<number | null>(null);
  const at = useRef(0);
  const told = useRef(0);
  const isPlayed = useRef(false);
  const before = useRef<Stretch[]>([]);
  const key = `cursus.played.${viewerId ?? ''}.${playback?.contentId ?? ''}`;

  const tell = (seconds: number): void => {
    at.current = seconds;
    told.current = seconds;
    playback?.onPlace(seconds);
  };

  // Closed, or left for another page, or a phone put away: where one was last.
  const leave = useRef<() => void>(() => undefined);
  useEffect(() => {
    leave.current = () => {
      if (Math.abs(at.current - told.current) > 1) tell(at.current);
    };
  });
  useEffect(() => {
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') leave.current();
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      leave.current();
    };
  }, []);

  const onLoadedMetadata = ({ currentTarget }: SyntheticEvent<HTMLVideoElement>): void => {
    if (playback === null) return;
    before.current = readStretches(key);
    const { startAt } = playback;
    if (startAt === null || startAt < nearBeginning || startAt > currentTarget.duration - nearEnd) return;
    currentTarget.currentTime = startAt;
    at.current = startAt;
    told.current = startAt;
    setResumedAt(startAt);
  };

  const onTimeUpdate = ({ currentTarget }: SyntheticEvent<HTMLVideoElement>): void => {
    if (playback === null) return;
    const { played, duration, currentTime, paused, ended } = currentTarget;
    at.current = ended ? 0 : currentTime;
    const stretches = joined([...before.current, ...stretchesOf(played)]);
    if (!isPlayed.current && duration > 0 && lengthOf(stretches) >= enough * duration) {
      isPlayed.current = true;
      localStorage.removeItem(key);
      playback.onPlayed();
    }
    if (paused || Math.abs(currentTime - told.current) < tellEverySeconds) return;
    if (!isPlayed.current) localStorage.setItem(key, JSON.stringify(stretches));
    tell(currentTime);
  };

  const startOver = (): void => {
    if (film.current === null) return;
    film.current.currentTime = 0;
    setResumedAt(null);
    tell(0);
    void film.current.play().catch(() => undefined);
  };

  const handlers = { onLoadedMetadata, onTimeUpdate, onPause: () => leave.current(), onEnded: () => tell(0) };
  return { film, handlers, resumedAt, startOver, ticksItself: playback?.ticksItself ?? false };
}
