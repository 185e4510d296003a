import { isRouteErrorResponse, useRouteError } from 'react-router';
import { FailurePage } from '../ui/failure-page.tsx';
import { NothingHere } from '../ui/nothing-here.tsx';

/** What a page threw: the layout around it stays, so that there is a way out. */
export function RouteFailure() {
  const error = useRouteError();
  return isRouteErrorResponse(error) && error.status === 404 ? <NothingHere /> : <FailurePage error={error} />;
}
