import { ApolloClient, ApolloLink, gql, InMemoryCache, type TypedDocumentNode } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, render, screen } from '@testing-library/react';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import { of, throwError } from 'rxjs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useFreshRights } from './use-fresh-rights.ts';

const rights: TypedDocumentNode<{ viewer: { id: string } }, Record<string, never>> = gql`
  query Rights {
    viewer {
      id
    }
  }
`;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function start(isSignedIn = true, isOnline = true) {
  const asked = vi.fn<() => void>();
  const link = new ApolloLink(() => {
    asked();
    return isOnline ? of({ data: { viewer: { __typename: 'User', id: 'ada' } } }) : throwError(() => new TypeError('offline'));
  });
  function Layout() {
    useFreshRights(rights, isSignedIn);
    return <Outlet />;
  }
  const pages = ['/', '/a', '/b'].map((path) => ({ path, element: <h1>{path}</h1> }));
  const router = createMemoryRouter([{ element: <Layout />, children: pages }]);
  render(
    <ApolloProvider client={new ApolloClient({ cache: new InMemoryCache(), link })}>
      <RouterProvider router={router} />
    </ApolloProvider>,
  );
  const goTo = (path: string) => act(() => router.navigate(path));
  const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  return { asked, goTo, wait };
}

it('asks on the way to another page, and not for each of several at once', async () => {
  const { asked, goTo, wait } = await start();
  await goTo('/a');
  expect(asked).not.toHaveBeenCalled();
  await wait(5_000);
  await goTo('/b');
  await goTo('/a');
  expect(asked).toHaveBeenCalledOnce();
});

it('asks when the window comes back', async () => {
  const { asked, wait } = await start();
  await wait(5_000);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  expect(asked).toHaveBeenCalledOnce();
});

it('asks nothing for a visitor, and loses nothing with the connection', async () => {
  const visitor = await start(false);
  await visitor.wait(5_000);
  await visitor.goTo('/a');
  expect(visitor.asked).not.toHaveBeenCalled();
  const offline = await start(true, false);
  await offline.wait(5_000);
  await offline.goTo('/b');
  expect(offline.asked).toHaveBeenCalledOnce();
  expect(screen.getByRole('heading', { name: '/b' }).isConnected).toBe(true);
});
