const keyOf = (viewerId: string): string => `cursus.ticks.${viewerId}`;

/** A tick that the server has not confirmed yet. */
export interface WaitingTick {
  /** True: done. False: taken back. */
  isDone: boolean;
  /** It was tried already, and no answer came: it is sent when the connection is back. */
  isHeld: boolean;
}

type Ticks = Readonly<Record<string, WaitingTick>>;
const none: Ticks = {};

/** What was read last, so that the same text is the same object. */
let known: { viewerId: string; text: string; ticks: Ticks } | null = null;
const listeners = new Set<() => void>();

/** Of this person alone: whoever signs in after them on the same browser has a list of their own. */
export function waitingTicks(viewerId: string | null): Ticks {
  const text = viewerId === null ? null : localStorage.getItem(keyOf(viewerId));
  if (viewerId === null || text === null) return none;
  if (known?.viewerId !== viewerId || known.text !== text) known = { viewerId, text, ticks: JSON.parse(text) as Ticks };
  return known.ticks;
}

function write(viewerId: string, ticks: Ticks): void {
  if (Object.keys(ticks).length === 0) localStorage.removeItem(keyOf(viewerId));
  else localStorage.setItem(keyOf(viewerId), JSON.stringify(ticks));
  for (const listener of listeners) listener();
}

/** Kept before it is sent, so that neither a cut connection nor a closed tab loses it. The later one of a content is the one that holds. */
export const keepTick = (viewerId: string, contentId: string, tick: WaitingTick): void =>
  write(viewerId, { ...waitingTicks(viewerId), [contentId]: tick });

/** Confirmed, or refused for good; unless it was turned again meanwhile. */
export function dropTick(viewerId: string, contentId: string, isDone: boolean): void {
  const { [contentId]: tick, ...others } = waitingTicks(viewerId);
  if (tick?.isDone === isDone) write(viewerId, others);
}

/** No answer came: from now on it is said that they will be sent. */
export function holdTicks(viewerId: string): void {
  const held = Object.entries(waitingTicks(viewerId)).map(([contentId, tick]) => [contentId, { ...tick, isHeld: true }] as const);
  if (held.length > 0) write(viewerId, Object.fromEntries(held));
}

/** Told of what this tab and others keep and drop. */
export function followTicks(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
