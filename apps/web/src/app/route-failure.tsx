import { isRouteErrorResponse, useRouteError } from 'react-router';
import { FailurePage } from '../ui/failure-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** What a page threw: the layout around it stays, so that there is a way out. */
export function RouteFailure() {
  const error = useRouteError();
  return isRouteErrorResponse(error) && error.status === 404 ? <NotFoundPage /> : <FailurePage error={error} />;
}
