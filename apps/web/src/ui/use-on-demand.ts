import { type ComponentType, useState } from 'react';
import { showFailure } from './toast.tsx';

/** A component whose code is fetched when it is first wanted. When that fails, it is told, and the next wish asks again. */
export function useOnDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): [Component: ComponentType<Props> | null, want: () => void] {
  const [loaded, setLoaded] = useState<{ Component: ComponentType<Props> } | null>(null);
  const want = (): void => {
    load().then((Component) => setLoaded({ Component }), showFailure);
  };
  return [loaded?.Component ?? null, want];
}
