import { Notifications, useNotifications } from '@mantine/notifications';
import { useRef } from 'react';
import classes from './toaster.module.css';
import { useFreePlace } from './use-free-place.ts';

/** Where toasts appear: in a corner in which they cover nothing that one is about to press. */
export function Toaster() {
  const { notifications } = useNotifications();
  const stack = useRef<HTMLDivElement>(null);
  const place = useFreePlace(notifications.length, stack);
  return (
    <Notifications
      position="bottom-right"
      className={classes.toasts ?? ''}
      data-place={place}
      ref={(element: HTMLDivElement | null) => {
        // Mantine has a box for each of its places; ours all stand in one of them.
        if (element?.dataset['position'] === 'bottom-right') stack.current = element;
      }}
    />
  );
}
