import { type RefObject, useEffect, useState } from 'react';

/** Where toasts can stand, the preferred place first. On a phone they are as wide as the screen: the two lower places are one. */
const places = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;
export type Place = (typeof places)[number];

/** What a person might be about to press. */
const controls =
  'a[href], button, input, select, textarea, summary, video, [role="button"], [role="tab"], [tabindex="0"], [contenteditable="true"]';

const margin = 16;
const headerHeight = 64;

interface Size {
  width: number;
  height: number;
}

function boxAt(place: Place, { width, height }: Size): DOMRect {
  const x = place.endsWith('right') ? window.innerWidth - width - margin : margin;
  const y = place.startsWith('bottom') ? window.innerHeight - height - margin : headerHeight + margin;
  return new DOMRect(x, y, width, height);
}

/** How much of a control would be covered: from 0 to 1. A corner of a wide field is no loss. */
function coveredPart(control: DOMRect, box: DOMRect): number {
  const width = Math.min(control.right, box.right) - Math.max(control.left, box.left);
  const height = Math.min(control.bottom, box.bottom) - Math.max(control.top, box.top);
  return width <= 0 || height <= 0 ? 0 : (width * height) / (control.width * control.height);
}

/** The focus is the likeliest to be pressed again; a page's title is read, and as wide as the page. */
const weightOf = (element: HTMLElement): number => (element === document.activeElement ? 10 : element.tagName === 'H1' ? 3 : 1);

/** How much of what can be pressed, or says where one is, would be covered at each place. */
function coveredAt(stack: HTMLElement): Record<Place, number> {
  const { width, height } = stack.getBoundingClientRect();
  const rivals = [...document.querySelectorAll<HTMLElement>(`h1, ${controls}`)].filter(
    (each) => !stack.contains(each) && each.checkVisibility(),
  );
  const boxes = rivals.map((each) => ({ box: each.getBoundingClientRect(), weight: weightOf(each) }));
  const covered = (place: Place): number =>
    boxes.reduce((sum, { box, weight }) => sum + weight * coveredPart(box, boxAt(place, { width, height })), 0);
  return Object.fromEntries(places.map((place) => [place, covered(place)])) as Record<Place, number>;
}

/**
 * The place at which toasts cover nothing that one is about to press, or the least. `count`: how many there are. They move away from
 * what takes the focus or is scrolled beneath them, but not from under a hand.
 */
export function useFreePlace(count: number, stackOf: RefObject<HTMLElement | null>): Place {
  const [place, setPlace] = useState<Place>(places[0]);

  useEffect(() => {
    if (count === 0) return undefined;
    const choose = (): void => {
      const stack = stackOf.current;
      if (stack === null) return;
      const covered = coveredAt(stack);
      const best = places.toSorted((one, other) => covered[one] - covered[other])[0] ?? places[0];
      setPlace((now) => (covered[best] < covered[now] ? best : now));
    };
    const chooseAgain = (): void => {
      if (stackOf.current?.matches(':hover, :focus-within') !== true) choose();
    };
    // What was done is drawn first, and the toast grows to its height. A hand that is there already was not on its way to the toast.
    const timers = [50, 400].map((ms) => window.setTimeout(choose, ms));
    document.addEventListener('focusin', chooseAgain);
    window.addEventListener('scrollend', chooseAgain);
    window.addEventListener('resize', chooseAgain);
    return () => {
      timers.forEach((timer) => window.clearTimeout(timer));
      document.removeEventListener('focusin', chooseAgain);
      window.removeEventListener('scrollend', chooseAgain);
      window.removeEventListener('resize', chooseAgain);
    };
  }, [count, stackOf]);

  return place;
}
