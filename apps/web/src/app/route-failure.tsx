import { useEffect, useState } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { failureOf } from '../lib/failure.ts';
import { useUploads } from '../lib/use-upload.ts';
import { FailurePage } from '../ui/failure-page.tsx';
import { useReturnedConnection } from './use-returned-connection.ts';
import { NothingHere } from '../ui/nothing-here.tsx';

/** Short enough to be read out on the telephone. */
const newReference = (): string => Math.random().toString(36).slice(2, 8).toUpperCase();

/** What a page threw: the layout around it stays, so that there is a way out. */
export function RouteFailure() {
  const error = useRouteError();
  const isFault = !isRouteErrorResponse(error) && failureOf(error).cause === 'INTERNAL_SERVER_ERROR';
  const [reference] = useState(newReference);

  // The router keeps to itself what it caught; whoever looks for the cause finds it in the console, by its reference.
  useEffect(() => {
    if (isFault) reportError(new Error(`Reference ${reference}`, { cause: error }));
  }, [isFault, error, reference]);

  const isUploading = useUploads().length > 0;
  // Code that could not be fetched stays lacking until the page is loaded anew.
  useReturnedConnection(() => {
    if (failureOf(error).cause === 'NO_CONNECTION' && !isUploading) window.location.reload();
  });

  if (isRouteErrorResponse(error) && error.status === 404) return <NothingHere />;
  return <FailurePage error={error} {...(isFault && { reference })} />;
}
