import { useDraggable, useDroppable } from '@dnd-kit/core';
import { ActionIcon } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { createContext, type KeyboardEvent, type ReactNode, use } from 'react';
import classes from './sortable-list.module.css';

interface SortableState {
  draggedId: string | undefined;
  place: { rowId: string; edge: 'before' | 'after' } | undefined;
  onHandleKey: (rowId: string, event: KeyboardEvent) => void;
  onHandleBlur: () => void;
}

const outside = (): never => {
  throw new Error('A SortableRow stands in a SortableList');
};

export const SortableContext = createContext<SortableState>({
  draggedId: undefined,
  place: undefined,
  onHandleKey: outside,
  onHandleBlur: outside,
});

interface SortableRowProps {
  id: string;
  /** The row that this one moves along with. */
  along?: string;
  className?: string | undefined;
  children: ReactNode;
}

/** A row of a `SortableList`: it can be dragged when it holds a `DragHandle` of the same id. */
export function SortableRow({ id, along, className, children }: SortableRowProps) {
  const { setNodeRef } = useDroppable({ id });
  const { draggedId, place } = use(SortableContext);
  const isDragged = draggedId !== undefined && (draggedId === id || draggedId === along);
  return (
    <li
      ref={setNodeRef}
      className={`${classes.row} ${className ?? ''}`}
      data-row={id}
      data-dragged={isDragged || undefined}
      data-drop={place?.rowId === id ? place.edge : undefined}
    >
      {children}
    </li>
  );
}

interface DragHandleProps {
  id: string;
  /** Names what is dragged. */
  label: string;
  roleDescription: string;
}

export function DragHandle({ id, label, roleDescription }: DragHandleProps) {
  const { setNodeRef, listeners, attributes } = useDraggable({ id, attributes: { roleDescription } });
  const { onHandleKey, onHandleBlur } = use(SortableContext);
  return (
    <ActionIcon
      ref={setNodeRef}
      className={classes.handle}
      data-sortable-handle={id}
      aria-label={label}
      aria-describedby={attributes['aria-describedby']}
      aria-roledescription={roleDescription}
      {...listeners}
      onKeyDown={(event) => onHandleKey(id, event)}
      onBlur={onHandleBlur}
    >
      <IconGripVertical size={20} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
