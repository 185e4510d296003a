import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { FailurePage } from './failure-page.tsx';

const notFound = new CombinedGraphQLErrors({ data: null, errors: [{ message: 'Nothing here', extensions: { code: 'NOT_FOUND' } }] });

/** An address that leads nowhere, told as when the server says so. */
export function NothingHere() {
  return <FailurePage error={notFound} />;
}
