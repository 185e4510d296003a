import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool();

/** The published suite of the GraphQL-over-HTTP specification, all of it: what the server SHOULD and MAY do counts as what it MUST. */
const audits = serverAudits({ url: `${school.url}/graphql` });

test('the suite has not shrunk', () => expect(audits).toHaveLength(61));

test.each(audits)('$id: $name', async ({ fn }) => {
  const result = await fn();
  expect(result.status, 'reason' in result ? result.reason : '').toBe('ok');
});
