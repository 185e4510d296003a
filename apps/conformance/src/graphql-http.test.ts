import { serverAudits } from 'graphql-http';
import { describe, expect, test } from 'vitest';
import { endpoint } from './people.ts';

/** The published suite of the specification GraphQL over HTTP: what a server SHOULD and MAY do counts as what it MUST. */
const audits = serverAudits({ url: endpoint() });

describe('graphql-http, serverAudits', () => {
  test.each(audits)('$id: $name', async ({ fn }) => {
    const result = await fn();
    expect(result.status, 'reason' in result ? result.reason : '').toBe('ok');
  });
});
