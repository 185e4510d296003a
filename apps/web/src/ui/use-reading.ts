import { useEffect, useRef, useState } from 'react';
import { Reading } from '../lib/reading.ts';

/** The one way in which a page reads its query again; the same for as long as the page is there. */
export function useReading(refetch: () => Promise<unknown>): Reading {
  const latest = useRef(refetch);
  const [reading] = useState(() => new Reading(() => latest.current()));
  useEffect(() => {
    latest.current = refetch;
  });
  return reading;
}
