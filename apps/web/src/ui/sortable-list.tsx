import {
  type Announcements,
  type CollisionDetection,
  DndContext,
  DragOverlay,
  MeasuringStrategy,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import classes from './sortable-list.module.css';
import { SortableContext } from './sortable-row.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

/** Where a row may be dropped: at an edge of another row. Of one drag, a row has one place at most. */
export interface DropPlace {
  rowId: string;
  edge: 'before' | 'after';
  /** Where it is already. */
  isHere: boolean;
}

/** What is said aloud, for who doesn't see the line. */
interface SortableWords<TPlace> {
  /** How to drag with the keyboard; read when a handle has the focus. */
  instructions: string;
  picked: (rowId: string) => string;
  over: (rowId: string, place: TPlace) => string;
  dropped: (rowId: string, place: TPlace) => string;
  cancelled: (rowId: string) => string;
}

interface SortableListProps<TPlace extends DropPlace> {
  label: string;
  /** Where a row may go, from top to bottom; one of them is where it is. */
  placesOf: (rowId: string) => readonly TPlace[];
  onDrop: (rowId: string, place: TPlace) => void;
  words: SortableWords<TPlace>;
  /** What follows the pointer. */
  overlay: (rowId: string) => ReactNode;
  /** `SortableRow`s. */
  children: ReactNode;
}

interface Drag<TPlace> {
  rowId: string;
  place: TPlace;
  by: 'pointer' | 'keyboard';
}

const silent = (): undefined => undefined;
/** Ours are said in one place for pointer and keyboard alike. */
const noAnnouncements: Announcements = { onDragStart: silent, onDragOver: silent, onDragEnd: silent, onDragCancel: silent };

/**
 * One flat list whose rows are dragged by mouse, by touch and by keyboard. Rows stay where they are during a drag and a line shows
 * the place: rows that move along (a module's contents) and rows of different heights would make everything else jump.
 * The keyboard is ours, not dnd-kit's: its sensor measures the page first, and loses what is pressed meanwhile.
 */
export function SortableList<TPlace extends DropPlace>({ label, placesOf, onDrop, words, overlay, children }: SortableListProps<TPlace>) {
  const [drag, setDrag] = useState<Drag<TPlace> | null>(null);
  const [spoken, say] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const keepFocus = useKeptFocus();

  const pick = (rowId: string, by: Drag<TPlace>['by']): void => {
    const place = placesOf(rowId).find(({ isHere }) => isHere);
    if (place === undefined) return;
    setDrag({ rowId, place, by });
    say(words.picked(rowId));
  };

  const carryTo = (place: TPlace | undefined): void => {
    if (drag === null || place === undefined || place.rowId === drag.place.rowId) return;
    setDrag({ ...drag, place });
    say(words.over(drag.rowId, place));
  };

  const end = (isDropped: boolean): void => {
    if (drag === null) return;
    setDrag(null);
    say(isDropped ? words.dropped(drag.rowId, drag.place) : words.cancelled(drag.rowId));
    keepFocus(drag.rowId);
    if (isDropped) onDrop(drag.rowId, drag.place);
  };

  const step = (by: number): void => {
    if (drag === null) return;
    const places = placesOf(drag.rowId);
    const at = places.findIndex(({ rowId }) => rowId === drag.place.rowId) + by;
    const next = places[Math.max(0, Math.min(at, places.length - 1))];
    carryTo(next);
    list.current?.querySelector(`[data-row="${CSS.escape(next?.rowId ?? '')}"]`)?.scrollIntoView({ block: 'nearest' });
  };

  const pressed: Readonly<Record<string, () => void>> = {
    ' ': () => end(true),
    Enter: () => end(true),
    Escape: () => end(false),
    ArrowUp: () => step(-1),
    ArrowLeft: () => step(-1),
    ArrowDown: () => step(1),
    ArrowRight: () => step(1),
    Home: () => step(Number.NEGATIVE_INFINITY),
    End: () => step(Number.POSITIVE_INFINITY),
  };

  const onHandleKey = (rowId: string, event: KeyboardEvent): void => {
    const isPicking = drag === null && (event.key === ' ' || event.key === 'Enter');
    const act = isPicking ? () => pick(rowId, 'keyboard') : drag?.by === 'keyboard' ? pressed[event.key] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  const onHandleBlur = (): void => {
    if (drag?.by === 'keyboard') end(false);
  };

  const nearestPlace: CollisionDetection = ({ active, droppableRects, pointerCoordinates }) => {
    const y = pointerCoordinates?.y ?? 0;
    const distances = placesOf(String(active.id)).flatMap(({ rowId, edge }) => {
      const rect = droppableRects.get(rowId);
      return rect === undefined ? [] : [{ id: rowId, data: { value: Math.abs((edge === 'before' ? rect.top : rect.bottom) - y) } }];
    });
    return distances.toSorted((a, b) => a.data.value - b.data.value).slice(0, 1);
  };

  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    // A finger that moves at once scrolls the page.
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={nearestPlace}
      measuring={{ droppable: { strategy: MeasuringStrategy.Always } }}
      modifiers={[({ transform }) => ({ ...transform, x: 0 })]}
      accessibility={{ announcements: noAnnouncements, screenReaderInstructions: { draggable: words.instructions }, restoreFocus: false }}
      onDragStart={({ active }) => pick(String(active.id), 'pointer')}
      onDragOver={({ over }) => carryTo(drag === null ? undefined : placesOf(drag.rowId).find(({ rowId }) => rowId === over?.id))}
      onDragCancel={() => end(false)}
      onDragEnd={() => end(true)}
    >
      <SortableContext value={{ draggedId: drag?.rowId, place: drag?.place, onHandleKey, onHandleBlur }}>
        <ul ref={list} className={classes.list} aria-label={label}>
          {children}
        </ul>
      </SortableContext>
      <div className="visually-hidden" role="status" aria-live="assertive">
        {spoken}
      </div>
      {createPortal(
        <DragOverlay dropAnimation={null}>
          {drag?.by === 'pointer' && <div className={classes.overlay}>{overlay(drag.rowId)}</div>}
        </DragOverlay>,
        document.body,
      )}
    </DndContext>
  );
}
