import { type ReactNode, useState } from 'react';
import { type GuardedWork, Guards, LoneGuard } from './unsaved-guard.tsx';

/** A page with several forms: the router lets one alone ask before one leaves, and this asks for all of them. */
export function UnsavedGuards({ children }: { children: ReactNode }) {
  const [works] = useState(() => new Set<GuardedWork>());
  const isUnsaved = (): boolean => [...works].some((work) => work.isUnsaved());
  const flush = async (): Promise<boolean> => {
    const saved = await Promise.all([...works].filter((work) => work.isUnsaved()).map((work) => work.flush()));
    return saved.every(Boolean);
  };
  return (
    <Guards value={works}>
      <LoneGuard isUnsaved={isUnsaved} flush={flush} />
      {children}
    </Guards>
  );
}
