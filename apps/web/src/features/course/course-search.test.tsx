import { MantineProvider } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTranslations } from '../../lib/translations.ts';
import { CourseSearch } from './course-search.tsx';

/** Addresses wait for this before they are there, as on a slow machine. */
let held: Promise<unknown> = Promise.resolve();

async function openSearch(address = '/') {
  const router = createMemoryRouter(
    [
      {
        path: '/',
        Component: CourseSearch,
        HydrateFallback: () => null,
        loader: () => held.then(() => null),
        shouldRevalidate: () => true,
      },
    ],
    { initialEntries: [address] },
  );
  render(
    <MantineProvider env="test">
      <RouterProvider router={router} />
    </MantineProvider>,
  );
  return { router, field: await screen.findByRole('textbox') };
}

beforeAll(() => startTranslations('en'));
beforeEach(() => {
  held = Promise.resolve();
});

describe('the search of the catalogue', () => {
  it('puts into the address what is typed', async () => {
    const { router, field } = await openSearch();
    await userEvent.type(field, 'waves');
    await waitFor(() => expect(router.state.location.search).toBe('?q=waves'));
    expect(field).toHaveProperty('value', 'waves');
  });

  it('keeps what is typed while the address is on its way', async () => {
    const { router, field } = await openSearch();
    const { promise, resolve } = Promise.withResolvers<null>();
    held = promise;
    await userEvent.type(field, 'wav');
    await waitFor(() => expect(router.state.navigation.location?.search).toBe('?q=wav'));
    await userEvent.type(field, 'es{Enter}');
    expect(field).toHaveProperty('value', 'waves');
    resolve(null);
    await waitFor(() => expect(router.state.location.search).toBe('?q=waves'));
    expect(field).toHaveProperty('value', 'waves');
  });

  it('follows the address that somebody goes back to', async () => {
    const { router, field } = await openSearch('/?q=waves');
    expect(field).toHaveProperty('value', 'waves');
    await router.navigate('/?q=pendulum');
    await waitFor(() => expect(field).toHaveProperty('value', 'pendulum'));
    await userEvent.type(field, '{Escape}');
    await waitFor(() => expect(router.state.location.search).toBe(''));
    expect(field).toHaveProperty('value', '');
  });
});
