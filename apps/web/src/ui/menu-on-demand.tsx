import { type ComponentPropsWithRef, cloneElement, type ComponentType, type ReactElement } from 'react';
import { useOnDemand } from './use-on-demand.ts';

export interface MenuTarget {
  /** The button that opens it. */
  target: ReactElement<ComponentPropsWithRef<'button'>>;
}

interface MenuOnDemandProps<Given extends object> extends MenuTarget {
  /** A component that renders an `OpenedMenu`. */
  load: () => Promise<ComponentType<Given & MenuTarget>>;
  /** What else that component needs. */
  given: Given;
}

/** A button alone until it is first pressed: a menu weighs more than all else that stands in the header. */
export function MenuOnDemand<Given extends object>({ target, load, given }: MenuOnDemandProps<Given>) {
  const [Opened, want] = useOnDemand(load);
  if (Opened !== null) return <Opened {...given} target={target} />;
  return cloneElement(target, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: want,
    // What fails here is told when it is pressed.
    onPointerEnter: () => void load().catch(() => undefined),
  });
}
