import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { of } from 'rxjs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { startTranslations } from '../../lib/translations.ts';
import { ConfirmHost } from '../confirm.tsx';
import { RecordPage } from './record-page.tsx';
import type { RecordAction } from './use-record-action.ts';

const lists = { path: '/boats', label: 'Boats' };
let isAfloat = true;

const action = (key: string, isFor: () => boolean): RecordAction<{ id: string }> => ({
  key,
  label: key,
  icon: null,
  isFor,
  question: () => ({ title: `${key}?`, children: '' }),
  act: async () => {
    isAfloat = false;
    return Promise.resolve({ userErrors: [] });
  },
  done: () => 'Done',
});
const actions = [action('Sink', () => isAfloat), action('Raise', () => !isAfloat)];

const onChanged = vi.fn(async () => Promise.resolve());

function show(viewerCanReadAuditLog: boolean, endsWith: readonly string[] = []): void {
  const viewer = { __typename: 'User', id: 'u', viewerCanReadAuditLog };
  const client = new ApolloClient({ link: new ApolloLink(() => of({ data: { viewer } })), cache: new InMemoryCache() });
  const Boat = () => (
    <RecordPage title="Bess" list={lists} record={{ id: 'b=1' }} actions={actions} onChanged={onChanged} endsWith={endsWith}>
      A boat.
    </RecordPage>
  );
  render(
    <MantineProvider>
      <ApolloProvider client={client}>
        <RouterProvider
          router={createMemoryRouter([
            { path: '/', Component: Boat },
            { path: '/boats', element: 'All boats' },
          ])}
        />
        <ConfirmHost />
      </ApolloProvider>
    </MantineProvider>,
  );
}

describe('the page of a record', () => {
  beforeAll(() => startTranslations('en'));

  it('leads to its history whoever may read the log', async () => {
    show(true);
    expect((await screen.findByRole('link', { name: 'History' })).getAttribute('href')).toBe('/admin/auditEntries?record=b%3D1');
  });

  it('leads nobody else there', async () => {
    show(false);
    await screen.findByRole('heading', { name: 'Bess' });
    await Promise.resolve();
    expect(screen.queryByRole('link', { name: 'History' })).toBeNull();
  });

  it('goes on from what can be done next, once what was pressed is gone', async () => {
    show(false);
    fireEvent.click(await screen.findByRole('button', { name: 'Sink' }));
    fireEvent.click(within(await screen.findByRole('dialog', { name: 'Sink?' })).getByRole('button', { name: 'Sink' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Raise' })));
    expect(onChanged).toHaveBeenCalledOnce();
  });

  it('asks for the record again only while there is one', async () => {
    isAfloat = true;
    onChanged.mockClear();
    show(false, ['Sink']);
    fireEvent.click(await screen.findByRole('button', { name: 'Sink' }));
    fireEvent.click(within(await screen.findByRole('dialog', { name: 'Sink?' })).getByRole('button', { name: 'Sink' }));
    await screen.findByText('All boats');
    expect(onChanged).not.toHaveBeenCalled();
  });
});
