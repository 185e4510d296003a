import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { of } from 'rxjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTranslations } from '../../lib/translations.ts';
import { UserRecordPage } from './user-record-page.tsx';

const person = {
  __typename: 'User',
  id: 'me',
  username: 'ada',
  email: 'ada@example.org',
  newEmail: null,
  isSuperuser: false,
  isEmailConfirmed: true,
  suspendedAt: null,
  viewerCanManage: true,
  viewerCanSuspend: false,
  viewerCanSetSuperuser: false,
  profile: { __typename: 'Profile', displayName: 'Ada Lovelace', firstName: 'Ada', lastName: 'Lovelace' },
  groups: [],
};

const closed = { viewerCanManageEnrolments: false, viewerCanManageFiles: true };

/** The page of an account as one of two administrators sees it; gives what is sent when it is saved. */
function show(viewerId: string): { sent: unknown[] } {
  const sent: unknown[] = [];
  const viewer = { __typename: 'User', id: viewerId, viewerCanManageGroups: false, viewerCanReadAuditLog: false, ...closed };
  const groups = { __typename: 'GroupConnection', edges: [], pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null } };
  const link = new ApolloLink(({ operationName, variables }) => {
    if (operationName !== 'UpdateUser') return of({ data: { viewer, node: person, groups } });
    sent.push(variables);
    return of({ data: { updateUser: { __typename: 'UpdateUserPayload', user: person, userErrors: [] } } });
  });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const Page = () => <UserRecordPage id="me" />;
  render(
    <MantineProvider>
      <ApolloProvider client={client}>
        <RouterProvider router={createMemoryRouter([{ path: '/', Component: Page }])} />
      </ApolloProvider>
    </MantineProvider>,
  );
  return { sent };
}

describe('the form of an account', () => {
  beforeAll(() => startTranslations('en'));

  it('leads to the account for one’s own address, and leaves it alone', async () => {
    const { sent } = show('me');
    expect((await screen.findByRole('link', { name: 'Change my address' })).getAttribute('href')).toBe('/account/email');
    screen.getByText('ada@example.org');
    expect(screen.getByRole('link', { name: 'Files' }).getAttribute('href')).toBe('/admin/files?person=me');
    expect(screen.queryByRole('link', { name: 'Enrolments' })).toBeNull();
    expect(screen.queryByRole('textbox', { name: 'E-mail address' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toMatchObject([{ input: { id: 'me', username: 'ada', email: null } }]));
  });

  it('has a field for that of somebody else', async () => {
    const { sent } = show('another');
    fireEvent.change(await screen.findByRole('textbox', { name: 'E-mail address' }), { target: { value: 'new@example.org' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toMatchObject([{ input: { id: 'me', email: 'new@example.org' } }]));
  });
});
