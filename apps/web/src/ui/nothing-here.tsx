import { nothingHere } from '../lib/failure.ts';
import { FailurePage } from './failure-page.tsx';

/** An address that leads nowhere, told as when the server says so. */
export function NothingHere() {
  return <FailurePage error={nothingHere} />;
}
