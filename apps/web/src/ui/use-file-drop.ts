import { type DragEvent, useEffect, useState } from 'react';

const hasFiles = ({ dataTransfer }: Pick<globalThis.DragEvent, 'dataTransfer'>): boolean => dataTransfer?.types.includes('Files') === true;

/** A file that misses its place would be opened by the browser, in the place of the page: there the pointer says that it is not taken. */
function keepPage(event: globalThis.DragEvent): void {
  if (!hasFiles(event) || event.defaultPrevented) return;
  event.preventDefault();
  if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
}

/** Files that are dragged from the desktop over parts of a page: over which now, and what is dropped there. */
export function useFileDrop(partOf: (element: Element) => string | null, onDrop: (part: string, files: File[]) => void) {
  const [over, setOver] = useState<string | null>(null);

  useEffect(() => {
    window.addEventListener('dragover', keepPage);
    window.addEventListener('drop', keepPage);
    return () => {
      window.removeEventListener('dragover', keepPage);
      window.removeEventListener('drop', keepPage);
    };
  }, []);

  const partUnder = ({ target }: DragEvent): string | null => (target instanceof Element ? partOf(target) : null);
  const handlers = {
    onDragOver: (event: DragEvent): void => {
      if (!hasFiles(event.nativeEvent)) return;
      const part = partUnder(event);
      if (part !== null) event.preventDefault();
      setOver(part);
    },
    onDragLeave: (event: DragEvent): void => {
      if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setOver(null);
    },
    onDrop: (event: DragEvent): void => {
      setOver(null);
      const part = partUnder(event);
      if (!hasFiles(event.nativeEvent) || part === null) return;
      event.preventDefault();
      onDrop(part, [...event.dataTransfer.files]);
    },
  };
  return { over, handlers };
}
