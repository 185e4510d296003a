import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { parse } from 'graphql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeFragmentData } from '../../gql/fragment-masking.ts';
import { startTranslations } from '../../lib/translations.ts';
import { UserErrorFragment } from '../../lib/user-error.ts';
import { ConfirmHost } from '../confirm.tsx';
import { type RecordConnection, RecordList } from './record-list.tsx';
import type { RecordAction } from './use-record-action.ts';

interface Boat {
  __typename: string;
  id: string;
  name: string;
  length: number;
}

interface Asked {
  first: number;
  after: string | null;
  search: string | null;
  kind: string | null;
  orderBy: { field: string; direction: string }[];
}

const boatsDocument = parse(`query Boats($first: Int, $after: String, $search: String, $kind: String, $orderBy: [Order]) {
  boats(first: $first, after: $after, search: $search, kind: $kind, orderBy: $orderBy) {
    totalCount edges { node { id name length } } pageInfo { hasNextPage endCursor }
  }
}`) as TypedDocumentNode<{ boats: RecordConnection<Boat> }, Asked>;

const boats = ['Ada', 'Bess', '=cmd'].map((name, index) => ({ __typename: 'Boat', id: `b${index}`, name, length: 7 + index }));
const asked: Asked[] = [];

/** A server that answers one page with everything, and remembers what it was asked. */
const link = new ApolloLink(({ variables }) => {
  asked.push(variables as Asked);
  const edges = boats.map((node) => ({ __typename: 'BoatEdge', node }));
  const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
  return new Observable((observer) => {
    observer.next({ data: { boats: { __typename: 'BoatConnection', totalCount: boats.length, edges, pageInfo } } });
    observer.complete();
  });
});

const act = vi.fn<RecordAction<Boat>['act']>();

const scuttle: RecordAction<Boat> = {
  key: 'scuttle',
  label: 'Scuttle',
  icon: null,
  isFor: ({ name }) => name !== 'Bess',
  question: (rows) => ({ title: `Scuttle ${rows.length}?`, children: 'Gone for good.' }),
  act,
  done: (count) => `${count} scuttled`,
};

function Boats() {
  return (
    <RecordList
      title="Boats"
      fileName="boats"
      document={boatsDocument}
      connectionOf={({ boats: found }) => found}
      variablesOf={({ first, after, search, order, oneOf }) => ({ first, after, search, kind: oneOf('kind', ['SAIL']), orderBy: [order] })}
      defaultOrder={{ field: 'NAME', direction: 'ASC' }}
      columns={[
        { key: 'name', label: 'Name', text: ({ name }) => name, order: 'NAME' },
        { key: 'length', label: 'Length', text: ({ length }) => length, order: 'LENGTH', isNumber: true },
      ]}
      nameOf={({ name }) => name}
      searchLabel="Find a boat"
      actions={[scuttle]}
      empty={{ title: 'No boat', text: 'Build one.' }}
    />
  );
}

function show(address = '/boats') {
  const router = createMemoryRouter([{ path: '/boats', Component: Boats }], { initialEntries: [address] });
  render(
    <MantineProvider>
      <ApolloProvider client={new ApolloClient({ link, cache: new InMemoryCache() })}>
        <RouterProvider router={router} />
        <ConfirmHost />
      </ApolloProvider>
    </MantineProvider>,
  );
  return router;
}

const boxOf = async (name: string) => screen.findByRole('checkbox', { name: `Select ${name}` });

describe('a list of records', () => {
  beforeAll(() => startTranslations('en'));
  afterEach(() => {
    asked.length = 0;
    act.mockReset();
  });

  it('asks for what the address says, and for nothing that it invents', async () => {
    show('/boats?q=%20sloop%20&order=-length&kind=SAIL');
    await boxOf('Ada');
    expect(asked.at(-1)).toMatchObject({ search: 'sloop', kind: 'SAIL', orderBy: [{ field: 'LENGTH', direction: 'DESC' }] });
  });

  it('keeps to its own order and filters where the address names none that it knows', async () => {
    show('/boats?order=drop%20table&kind=NONSENSE');
    await boxOf('Ada');
    expect(asked.at(-1)).toMatchObject({ search: null, kind: null, orderBy: [{ field: 'NAME', direction: 'ASC' }] });
  });

  it('is ordered by the head of a column, the other way round by pressing it again, and says so', async () => {
    const router = show();
    const head = async () => screen.findByRole('columnheader', { name: 'Length' });
    fireEvent.click(within(await head()).getByRole('button'));
    await waitFor(() => expect(router.state.location.search).toBe('?order=length'));
    expect((await head()).getAttribute('aria-sort')).toBe('ascending');
    fireEvent.click(within(await head()).getByRole('button'));
    await waitFor(() => expect(asked.at(-1)?.orderBy).toEqual([{ field: 'LENGTH', direction: 'DESC' }]));
  });

  it('is gone through and selected by the keyboard', async () => {
    show();
    const first = await boxOf('Ada');
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(await boxOf('Bess'));
    fireEvent.keyDown(await boxOf('Bess'), { key: 'ArrowDown', shiftKey: true });
    expect((await boxOf('Bess')).matches(':checked')).toBe(true);
    expect((await boxOf('=cmd')).matches(':checked')).toBe(true);
    expect(first.matches(':checked')).toBe(false);
    expect(screen.getByText('2 selected')).toBeTruthy();
  });

  it('does with all that is selected what was confirmed, leaves out what it is not for, and tells what was refused', async () => {
    const [refusal] = [{ code: 'IN_USE', path: null }].map((error) =>
      makeFragmentData({ __typename: 'InvalidInput', ...error } as never, UserErrorFragment),
    );
    act.mockImplementation(({ name }) => Promise.resolve({ userErrors: name === 'Ada' || refusal === undefined ? [] : [refusal] }));
    show();
    await boxOf('Ada');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select all 3 shown' }));
    fireEvent.click(screen.getByRole('button', { name: 'Scuttle' }));
    const dialog = await screen.findByRole('dialog', { name: 'Scuttle 2?' });
    expect(act).not.toHaveBeenCalled();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Scuttle' }));
    const told = await screen.findByRole('alert');
    expect(told.textContent).toContain('One entry was left as it was');
    expect(within(told).getByText('=cmd')).toBeTruthy();
    expect(act.mock.calls.map(([{ name }]) => name)).toEqual(['Ada', '=cmd']);
    expect((await boxOf('Ada')).matches(':checked')).toBe(false);
    expect((await boxOf('=cmd')).matches(':checked')).toBe(true);
    // One goes on from the list: the button is gone, or at rest.
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Select all 3 shown' })));
  });

  it('offers again what failed for a reason that may pass, and does it to those alone', async () => {
    act.mockImplementationOnce(() => Promise.reject(new TypeError('Failed to fetch')));
    act.mockResolvedValue({ userErrors: [] });
    show();
    await boxOf('Ada');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select all 3 shown' }));
    fireEvent.click(screen.getByRole('button', { name: 'Scuttle' }));
    fireEvent.click(within(await screen.findByRole('dialog', { name: 'Scuttle 2?' })).getByRole('button', { name: 'Scuttle' }));
    const told = await screen.findByRole('alert');
    expect(within(told).getByText('Ada')).toBeTruthy();
    fireEvent.click(within(told).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(act.mock.calls.map(([{ name }]) => name)).toEqual(['Ada', '=cmd', 'Ada']);
    expect((await boxOf('Ada')).matches(':checked')).toBe(false);
  });

  it('does nothing when it was not confirmed', async () => {
    show();
    fireEvent.click(await boxOf('Ada'));
    fireEvent.click(screen.getByRole('button', { name: 'Scuttle' }));
    const dialog = await screen.findByRole('dialog', { name: 'Scuttle 1?' });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(act).not.toHaveBeenCalled();
  });

  it('is saved as a file in which no formula stands', async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = (blob) => `blob:${saved.push(blob as Blob)}`;
    URL.revokeObjectURL = () => undefined;
    show();
    await boxOf('Ada');
    fireEvent.click(screen.getByRole('button', { name: 'Export (CSV)' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(await saved[0]?.text()).toMatch(/Name,Length\r\nAda,7\r\nBess,8\r\n"?'=cmd"?,9\r\n$/);
  });
});
