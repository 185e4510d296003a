import { useDraggable, useDroppable } from '@dnd-kit/core';
import { ActionIcon } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { createContext, type ReactNode, use } from 'react';
import classes from './sortable-list.module.css';

interface SortableState {
  activeId: string | null;
  overId: string | undefined;
  overEdge: 'before' | 'after' | undefined;
}

export const SortableContext = createContext<SortableState>({ activeId: null, overId: undefined, overEdge: undefined });

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
  const { activeId, overId, overEdge } = use(SortableContext);
  const isDragged = activeId !== null && (activeId === id || activeId === along);
  return (
    <li
      ref={setNodeRef}
      className={`${classes.row} ${className ?? ''}`}
      data-row={id}
      data-dragged={isDragged || undefined}
      data-drop={overId === id ? overEdge : undefined}
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
  return (
    <ActionIcon
      ref={setNodeRef}
      className={classes.handle}
      data-sortable-handle={id}
      aria-label={label}
      aria-describedby={attributes['aria-describedby']}
      aria-roledescription={roleDescription}
      {...listeners}
    >
      <IconGripVertical size={20} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
