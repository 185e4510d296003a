import type { OutlineMove } from './outline-order.ts';

/** What takes a change of the outline back. `title` is that of what was changed. */
export type UndoStep = { readonly id: string; readonly title: string } & (
  | { readonly kind: 'move'; readonly move: OutlineMove }
  | { readonly kind: 'restore'; readonly of: 'module' | 'content' }
  | { readonly kind: 'remove'; readonly of: 'module' | 'content' }
  | { readonly kind: 'rename'; readonly of: 'module' | 'content'; readonly to: string }
);

const mostSteps = 100;

/** What can be taken back in one course, the latest last. */
export class UndoHistory {
  #steps: readonly UndoStep[] = [];
  readonly #listeners = new Set<() => void>();

  readonly last = (): UndoStep | undefined => this.#steps.at(-1);

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  push(step: UndoStep): void {
    this.#set([...this.#steps, step].slice(-mostSteps));
  }

  remove(step: UndoStep): void {
    this.#set(this.#steps.filter((other) => other !== step));
  }

  #set(steps: readonly UndoStep[]): void {
    this.#steps = steps;
    for (const listener of this.#listeners) listener();
  }
}

const histories = new WeakMap<object, Map<string, UndoHistory>>();

/** It lasts as long as the person's client: through all pages, until they sign out or the tab closes. */
export function historyOf(client: object, courseId: string): UndoHistory {
  const ofPerson = histories.get(client) ?? new Map<string, UndoHistory>();
  histories.set(client, ofPerson);
  const history = ofPerson.get(courseId) ?? new UndoHistory();
  ofPerson.set(courseId, history);
  return history;
}
