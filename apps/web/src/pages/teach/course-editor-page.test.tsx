import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { from, map, NEVER, throwError } from 'rxjs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyMove, type OutlineMove } from '../../features/course/outline-order.ts';
import possibleTypes from '../../gql/possible-types.ts';
import { startTranslations } from '../../lib/translations.ts';
import { CourseEditorPage } from './course-editor-page.tsx';

type Answer = Record<string, unknown>;
interface Stored {
  id: string;
  contents: Answer[] & { id: string }[];
}

const content = (id: string, title: string): Answer & { id: string } => ({
  __typename: 'Content',
  id,
  status: 'PUBLISHED',
  item: { __typename: 'Text', id: `item-${id}`, title },
});
const module = (id: string, title: string, contents: (Answer & { id: string })[]): Answer & Stored => ({
  __typename: 'Module',
  id,
  title,
  description: '',
  status: 'PUBLISHED',
  contents,
});

let modules: readonly Stored[] = [];
let sent: { name: string; input: Answer }[] = [];
/** Nothing comes through. */
let isDown = false;
/** Answers wait for this. */
let ready: Promise<unknown> = Promise.resolve();

const course = (): Answer => ({
  __typename: 'Course',
  id: 'k',
  title: 'Waves',
  slug: 'waves',
  language: 'en',
  status: 'DRAFT',
  publishedAt: null,
  updatedAt: '2026-11-01T08:00:00Z',
  moduleCount: modules.length,
  contentCount: 3,
  studentCount: 0,
  viewerCanEdit: true,
  viewerCanDelete: true,
  modules,
});

const payload = (field: string, values: Answer): Answer => ({ [field]: { __typename: 'Payload', ...values, userErrors: [] } });

function answer(name: string, input: Answer): Answer {
  if (name === 'CourseEditorPage') return { courseBySlug: course() };
  if (name === 'MoveModule') modules = applyMove(modules, { kind: 'module', ...input } as OutlineMove);
  if (name === 'MoveContent') modules = applyMove(modules, { kind: 'content', ...input } as OutlineMove);
  if (name === 'DeleteModule') modules = modules.filter(({ id }) => id !== input['id']);
  if (name === 'CreateModule') modules = [...modules, module('m4', String(input['title']), [])];
  return payload(name.charAt(0).toLowerCase() + name.slice(1), { course: course(), deletedModuleId: input['id'] });
}

const link = new ApolloLink(({ operationName = '', variables }) => {
  // No colleague changes anything meanwhile.
  if (operationName === 'CourseEditorChanges') return NEVER;
  const input = (variables['input'] ?? {}) as Answer;
  if (operationName !== 'CourseEditorPage') sent.push({ name: operationName, input });
  if (isDown) return throwError(() => new TypeError('Failed to fetch'));
  return from(ready).pipe(map(() => ({ data: answer(operationName, input) })));
});

async function openEditor() {
  const client = new ApolloClient({
    link,
    cache: new InMemoryCache({ ...possibleTypes, typePolicies: { Module: { fields: { contents: { merge: false } } } } }),
  });
  const router = createMemoryRouter([{ path: '/teach/:slug', Component: CourseEditorPage }], { initialEntries: ['/teach/waves'] });
  render(
    <MantineProvider env="test">
      <ApolloProvider client={client}>
        <Notifications />
        <RouterProvider router={router} />
      </ApolloProvider>
    </MantineProvider>,
  );
  await screen.findByRole('heading', { name: 'Springs' });
  return userEvent.setup();
}

const headings = (): (string | null)[] => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
const lessons = (): (string | null)[] =>
  within(screen.getByRole('list', { name: 'Modules and lessons' }))
    .getAllByRole('link')
    .map(({ textContent }) => textContent);
const handle = (title: string): HTMLElement => screen.getByRole('button', { name: `Move “${title}”` });

beforeAll(() => startTranslations('en'));

beforeEach(() => {
  modules = [
    module('m1', 'Springs', [content('a', 'A weight'), content('b', 'Two weights')]),
    module('m2', 'Water', [content('c', 'A pond')]),
    module('m3', 'Light', []),
  ];
  sent = [];
  isDown = false;
  ready = Promise.resolve();
});

describe('the outline', () => {
  it('moves a module by keyboard: at once, aloud, and with the focus on it', async () => {
    const user = await openEditor();
    handle('Light').focus();
    await user.keyboard(' ');
    expect(screen.getByText('“Light” picked up. Module 3 of 3.')).toBeDefined();
    await user.keyboard('{ArrowUp}');
    expect(screen.getByText('Module 2 of 3')).toBeDefined();
    await user.keyboard(' ');
    expect(screen.getByText('“Light” moved. Module 2 of 3.')).toBeDefined();
    expect(headings()).toEqual(['Springs', 'Light', 'Water']);
    expect(document.activeElement).toBe(handle('Light'));
    await waitFor(() => expect(sent).toEqual([{ name: 'MoveModule', input: { id: 'm3', afterId: 'm1' } }]));
  });

  it('moves a content into another module', async () => {
    const user = await openEditor();
    handle('A weight').focus();
    await user.keyboard(' {End} ');
    expect(lessons()).toEqual(['Two weights', 'A pond', 'A weight']);
    await waitFor(() => expect(sent).toEqual([{ name: 'MoveContent', input: { id: 'a', moduleId: 'm3', afterId: null } }]));
  });

  it('leaves everything as it is on Escape, and when dropped where it was', async () => {
    const user = await openEditor();
    handle('Light').focus();
    await user.keyboard(' {ArrowUp}{Escape}');
    expect(screen.getByText('Cancelled. “Light” stays: Module 3 of 3.')).toBeDefined();
    await user.keyboard(' {ArrowUp}{ArrowDown} ');
    expect(headings()).toEqual(['Springs', 'Water', 'Light']);
    expect(sent).toEqual([]);
  });

  it('sends moves one after another, and shows them all at once', async () => {
    const user = await openEditor();
    const { promise, resolve } = Promise.withResolvers<void>();
    ready = promise;
    handle('Light').focus();
    await user.keyboard(' {Home} ');
    handle('Springs').focus();
    await user.keyboard(' {End} ');
    expect(headings()).toEqual(['Light', 'Water', 'Springs']);
    expect(sent).toHaveLength(1);
    resolve();
    await waitFor(() => expect(sent).toHaveLength(2));
    await waitFor(() => expect(modules.map(({ id }) => id)).toEqual(['m3', 'm2', 'm1']));
    expect(headings()).toEqual(['Light', 'Water', 'Springs']);
  });

  it('goes back when the server can’t be reached, says so, and tries again', async () => {
    const user = await openEditor();
    isDown = true;
    handle('Light').focus();
    await user.keyboard(' {Home} ');
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByText('“Light” is back where it was')).toBeDefined();
    expect(headings()).toEqual(['Springs', 'Water', 'Light']);

    isDown = false;
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(modules[0]?.id).toBe('m3'));
    expect(headings()).toEqual(['Light', 'Springs', 'Water']);
  });

  it('offers again what could not be sent, and goes on from there as if it had been at once', async () => {
    const user = await openEditor();
    isDown = true;
    await user.click(screen.getByRole('button', { name: 'More about module “Light”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete the module' }));
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByText('“Light” is as it was')).toBeDefined();
    expect(within(alert).getByText(/^No answer from the server/)).toBeDefined();
    expect(headings()).toEqual(['Springs', 'Water', 'Light']);

    isDown = false;
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    await screen.findByText('“Light” is in the trash.');
    expect(headings()).toEqual(['Springs', 'Water']);
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('moves without dragging', async () => {
    const user = await openEditor();
    await user.click(screen.getByRole('button', { name: 'More about “A pond”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Move…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Move “A pond”' });
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'To module' }), '1. Springs');
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Place' }), 'After “A weight”');
    await user.click(within(dialog).getByRole('button', { name: 'Move' }));
    await waitFor(() => expect(lessons()).toEqual(['A weight', 'A pond', 'Two weights']));
    expect(sent).toEqual([{ name: 'MoveContent', input: { id: 'c', moduleId: 'm1', afterId: 'a' } }]);
  });

  it('adds modules one after another without leaving the field', async () => {
    const user = await openEditor();
    const field = screen.getByRole('textbox', { name: 'Title of a new module' });
    await user.type(field, 'Sound{Enter}');
    await screen.findByRole('heading', { name: 'Sound' });
    expect(document.activeElement).toBe(field);
    await waitFor(() => expect(field).toHaveProperty('value', ''));
  });
});
