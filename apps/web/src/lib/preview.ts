import { useSyncExternalStore } from 'react';

const storageKey = 'cursus.preview';

/** Which course, by its slug, this tab shows as its students see it; null: none. It lives as long as the tab, so that a reload keeps it. */
class PreviewStore {
  readonly #listeners = new Set<() => void>();

  readonly course = (): string | null => sessionStorage.getItem(storageKey);

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  begin(courseSlug: string): void {
    sessionStorage.setItem(storageKey, courseSlug);
    this.#tell();
  }

  end(): void {
    sessionStorage.removeItem(storageKey);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export const preview = new PreviewStore();

export const usePreview = (): string | null => useSyncExternalStore(preview.subscribe, preview.course);
