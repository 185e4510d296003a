import { diffLines, diffWordsWithSpace } from 'diff';

/** A stretch of a text. `isOwn`: the other text has something else here. */
export interface Stretch {
  readonly text: string;
  readonly isOwn: boolean;
}

export interface TextDifference {
  readonly mine: readonly Stretch[];
  readonly theirs: readonly Stretch[];
}

/** Two texts of the length of a book that have nothing in common would keep the page busy for minutes. */
const limits = { timeout: 500 };
/** Of what is the same, this much around a difference is enough to find one's place. */
const shownAround = 160;

function shortened(text: string, { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): string {
  if (text.length <= 3 * shownAround) return text;
  const start = isFirst ? '' : text.slice(0, shownAround);
  const end = isLast ? '' : text.slice(-shownAround);
  return `${start} […] ${end}`;
}

/** Neighbours of the same sort as one: words that changed are one stretch with the blanks between them. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const { text, isOwn } of stretches) {
    const last = all.at(-1);
    if (last?.isOwn === isOwn) all[all.length - 1] = { text: last.text + text, isOwn };
    else all.push({ text, isOwn });
  }
  return all;
}

/** Where two texts differ: word by word, line by line where that takes too long, else as wholes. What is the same is shortened. */
export function differenceOf(mine: string, theirs: string): TextDifference {
  const parts = diffWordsWithSpace(mine, theirs, limits) ??
    diffLines(mine, theirs, limits) ?? [
      { value: mine, removed: true, added: false },
      { value: theirs, removed: false, added: true },
    ];
  const stretches = parts.map(({ value, added, removed }, at) => {
    const isBetween = value.trim() === '' && at > 0 && at < parts.length - 1;
    const isOwn = added || removed || isBetween;
    const text = isOwn ? value : shortened(value, { isFirst: at === 0, isLast: at === parts.length - 1 });
    return { text, isOwn, isMine: !added, isTheirs: !removed };
  });
  return { mine: joined(stretches.filter(({ isMine }) => isMine)), theirs: joined(stretches.filter(({ isTheirs }) => isTheirs)) };
}
