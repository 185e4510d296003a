import { createContext, useContext } from 'react';

/** What the page around a film of the school wants to know of it, and knows. */
export interface Playback {
  /** Under this name the browser keeps what was played. */
  contentId: string;
  /** Where the student left it; null: never begun, or seen to its end. */
  startAt: number | null;
  /** It becomes done by being watched. */
  ticksItself: boolean;
  /** Where the student is: while it plays, when it stops, when they go. */
  onPlace: (seconds: number) => void;
  /** As much of it was really played as makes it done. */
  onPlayed: () => void;
}

export const PlaybackContext = createContext<Playback | null>(null);

/** Null: nobody's progress is kept here. */
export const usePlayback = (): Playback | null => useContext(PlaybackContext);
