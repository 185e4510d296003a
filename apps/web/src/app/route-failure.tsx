import { useEffect } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { failureOf } from '../lib/failure.ts';
import { FailurePage } from '../ui/failure-page.tsx';
import { NothingHere } from '../ui/nothing-here.tsx';

/** What a page threw: the layout around it stays, so that there is a way out. */
export function RouteFailure() {
  const error = useRouteError();
  const isFault = !isRouteErrorResponse(error) && failureOf(error).cause === 'INTERNAL_SERVER_ERROR';

  // The router keeps to itself what it caught; whoever looks for the cause looks into the console.
  useEffect(() => {
    if (isFault) reportError(error);
  }, [isFault, error]);

  return isRouteErrorResponse(error) && error.status === 404 ? <NothingHere /> : <FailurePage error={error} />;
}
