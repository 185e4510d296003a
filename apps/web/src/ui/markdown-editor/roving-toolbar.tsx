import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';

interface RovingToolbarProps {
  label: string;
  className: string | undefined;
  controls: string;
  children: ReactNode;
}

const focusables = 'button:not(:disabled), select:not(:disabled)';

/** A toolbar as ARIA describes it: one stop for Tab, arrows within, Home and End. */
export function RovingToolbar({ label, className, controls, children }: RovingToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const parts = (): HTMLElement[] => [...(bar.current?.querySelectorAll<HTMLElement>(focusables) ?? [])];

  const stopAt = (part: HTMLElement): void => {
    for (const other of parts()) other.tabIndex = other === part ? 0 : -1;
  };

  const move = (event: KeyboardEvent): void => {
    const all = parts();
    const here = all.findIndex((part) => part === event.target);
    const steps: Record<string, number> = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: -1 };
    const next = steps[event.key];
    // A choice of its own keys is left alone, but for those that lead out of it.
    if (here === -1 || next === undefined || event.defaultPrevented) return;
    event.preventDefault();
    all.at(next === all.length ? 0 : next)?.focus();
  };

  return (
    <div
      ref={(element) => {
        bar.current = element;
        // What comes and goes with the place of the cursor leaves one stop.
        const all = parts();
        const [stop = all[0], ...others] = all.filter((part) => part.tabIndex === 0);
        if (stop !== undefined && (others.length > 0 || stop.tabIndex !== 0))
          stopAt(all.find((part) => part === document.activeElement) ?? stop);
      }}
      role="toolbar"
      aria-label={label}
      aria-controls={controls}
      className={className}
      onKeyDown={move}
      onFocus={({ target }: FocusEvent<HTMLElement>) => stopAt(target)}
    >
      {children}
    </div>
  );
}
