import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { FailurePage } from '../ui/failure-page.tsx';

const notFound = new CombinedGraphQLErrors({ data: null, errors: [{ message: 'No such page', extensions: { code: 'NOT_FOUND' } }] });

export function NotFoundPage() {
  return <FailurePage error={notFound} />;
}
