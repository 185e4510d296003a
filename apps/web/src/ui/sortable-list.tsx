import {
  type CollisionDetection,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  type KeyboardCoordinateGetter,
  MeasuringStrategy,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { SortableContext } from './sortable-row.tsx';
import classes from './sortable-list.module.css';

/** Where a row may be dropped: at an edge of another row. Of one drag, a row has one place at most. */
export interface DropPlace {
  rowId: string;
  edge: 'before' | 'after';
}

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

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

const edgeOf = (rect: { top: number; bottom: number }, edge: DropPlace['edge']): number => (edge === 'before' ? rect.top : rect.bottom);

/**
 * One flat list whose rows are dragged by mouse, by touch and by keyboard. Rows stay where they are during a drag and a line shows
 * the place: rows that move along (a module's contents) and rows of different heights would make everything else jump.
 */
export function SortableList<TPlace extends DropPlace>({ label, placesOf, onDrop, words, overlay, children }: SortableListProps<TPlace>) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const [overId, setOverId] = useState<string | null>(null);
  const hasMoved = useRef(false);
  const list = useRef<HTMLUListElement>(null);
  const keepFocus = useKeptFocus(list);

  const placeAt = (rowId: string, atId: string | number | undefined): TPlace | undefined =>
    placesOf(rowId).find((place) => place.rowId === atId);

  const nearestPlace: CollisionDetection = ({ active, droppableRects, collisionRect, pointerCoordinates }) => {
    const y = pointerCoordinates?.y ?? collisionRect.top;
    const distances = placesOf(String(active.id)).flatMap(({ rowId, edge }) => {
      const rect = droppableRects.get(rowId);
      return rect === undefined ? [] : [{ id: rowId, data: { value: Math.abs(edgeOf(rect, edge) - y) } }];
    });
    return distances.toSorted((a, b) => a.data.value - b.data.value).slice(0, 1);
  };

  const nextPlace: KeyboardCoordinateGetter = (event, { context: { active, over, droppableRects, collisionRect } }) => {
    const step = steps[event.code];
    if (step === undefined || active === null || collisionRect === null) return undefined;
    event.preventDefault();
    const places = placesOf(String(active.id));
    const next = places[places.findIndex(({ rowId }) => rowId === over?.id) + step];
    const rect = next && droppableRects.get(next.rowId);
    return rect === undefined ? undefined : { x: collisionRect.left, y: edgeOf(rect, next?.edge ?? 'after') };
  };

  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    // A finger that moves at once scrolls the page.
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: nextPlace, scrollBehavior: 'auto' }),
  );

  const end = (): void => {
    setActiveId(null);
    setOverId(null);
  };

  const drop = ({ active, over }: DragEndEvent): void => {
    end();
    const rowId = String(active.id);
    const place = placeAt(rowId, over?.id);
    keepFocus(rowId);
    if (place !== undefined) onDrop(rowId, place);
  };

  const announcements = {
    onDragStart: ({ active }: Pick<DragEndEvent, 'active'>) => words.picked(String(active.id)),
    onDragOver: ({ active, over }: Pick<DragEndEvent, 'active' | 'over'>) => {
      const place = placeAt(String(active.id), over?.id);
      // Where it was picked up was just said.
      if (place === undefined || !hasMoved.current) {
        hasMoved.current = true;
        return undefined;
      }
      return words.over(String(active.id), place);
    },
    onDragEnd: ({ active, over }: Pick<DragEndEvent, 'active' | 'over'>) => {
      const place = placeAt(String(active.id), over?.id);
      return place === undefined ? words.cancelled(String(active.id)) : words.dropped(String(active.id), place);
    },
    onDragCancel: ({ active }: Pick<DragEndEvent, 'active'>) => words.cancelled(String(active.id)),
  };

  const overPlace = activeId === null ? undefined : placeAt(activeId, overId ?? undefined);
  const state = useMemo(
    () => ({ activeId, overId: overPlace?.rowId, overEdge: overPlace?.edge }),
    [activeId, overPlace?.rowId, overPlace?.edge],
  );

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={nearestPlace}
      measuring={{ droppable: { strategy: MeasuringStrategy.Always } }}
      modifiers={[({ transform }) => ({ ...transform, x: 0 })]}
      accessibility={{ announcements, screenReaderInstructions: { draggable: words.instructions }, restoreFocus: false }}
      onDragStart={({ active }) => {
        hasMoved.current = false;
        setActiveId(String(active.id));
      }}
      onDragOver={({ over }) => setOverId(over === null ? null : String(over.id))}
      onDragCancel={({ active }) => {
        end();
        keepFocus(String(active.id));
      }}
      onDragEnd={drop}
    >
      <SortableContext value={state}>
        <ul ref={list} className={classes.list} aria-label={label}>
          {children}
        </ul>
      </SortableContext>
      {createPortal(
        <DragOverlay dropAnimation={null}>{activeId !== null && <div className={classes.overlay}>{overlay(activeId)}</div>}</DragOverlay>,
        document.body,
      )}
    </DndContext>
  );
}

/** A browser takes the focus from an element that is moved in the page; this gives it back to the row that had it. */
function useKeptFocus(list: { current: HTMLElement | null }): (rowId: string) => void {
  const wanted = useRef<string | null>(null);
  const handleOf = (rowId: string): HTMLElement | null =>
    list.current?.querySelector<HTMLElement>(`[data-sortable-handle="${CSS.escape(rowId)}"]`) ?? null;

  useLayoutEffect(() => {
    if (wanted.current !== null && document.activeElement === document.body) handleOf(wanted.current)?.focus();
  });

  useEffect(() => {
    const follow = ({ target }: FocusEvent): void => {
      wanted.current = target instanceof HTMLElement ? (target.dataset['sortableHandle'] ?? null) : null;
    };
    const forget = (): void => {
      wanted.current = null;
    };
    document.addEventListener('focusin', follow);
    document.addEventListener('pointerdown', forget);
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('pointerdown', forget);
    };
  }, []);

  return (rowId) => {
    wanted.current = rowId;
    handleOf(rowId)?.focus();
  };
}
