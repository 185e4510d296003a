import { type ComponentType, useEffect, useState } from 'react';

/** The first page comes first. */
const restMs = 500;
const retryMs = 5_000;

/** The code of toasts comes soon after the first page, not with the first toast: that may be about a lost connection. */
export function ToasterHost() {
  const [loaded, setLoaded] = useState<{ Toaster: ComponentType } | null>(null);

  useEffect(() => {
    let timer: number;
    const load = (): void => {
      import('../ui/toaster.tsx').then(setLoaded, () => {
        timer = window.setTimeout(load, retryMs);
      });
    };
    timer = window.setTimeout(load, restMs);
    return () => window.clearTimeout(timer);
  }, []);

  return loaded && <loaded.Toaster />;
}
