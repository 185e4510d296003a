import { useNotifications } from '@mantine/notifications';
import { type ComponentType, useEffect, useState } from 'react';
import { useIsSignedIn } from '../lib/use-session.ts';

/** The first page comes first. */
const restMs = 500;
const retryMs = 5_000;

/**
 * The code of toasts comes with the first one; who is signed in gets it soon after the first page, because what they do may be refused for
 * a lost connection.
 */
export function ToasterHost() {
  const { notifications } = useNotifications();
  const isSignedIn = useIsSignedIn();
  const isWanted = isSignedIn || notifications.length > 0;
  const [loaded, setLoaded] = useState<{ Toaster: ComponentType } | null>(null);

  useEffect(() => {
    if (!isWanted) return undefined;
    let timer: number;
    const load = (): void => {
      import('../ui/toaster.tsx').then(setLoaded, () => {
        timer = window.setTimeout(load, retryMs);
      });
    };
    timer = window.setTimeout(load, isSignedIn ? restMs : 0);
    return () => window.clearTimeout(timer);
  }, [isWanted, isSignedIn]);

  return loaded && <loaded.Toaster />;
}
