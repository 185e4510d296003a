import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { of } from 'rxjs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import possibleTypes from '../../gql/possible-types.ts';
import { startTranslations } from '../../lib/translations.ts';
import { NewCoursePage } from './new-course-page.tsx';

type Answer = Record<string, unknown>;

let canCreate = true;
let isTaken = false;
let sent: Answer[] = [];

const subject = { __typename: 'Subject', id: 's1', title: 'Physics' };

function answer(name: string | undefined, input: Answer): Answer {
  if (name === 'UploadLimits') return { uploadLimits: [] };
  if (name === 'NewCoursePage') {
    return {
      viewer: { __typename: 'User', id: 'u', viewerCanCreateCourse: canCreate, viewerCanManageSubjects: false },
      subjects: { __typename: 'SubjectConnection', edges: [{ __typename: 'SubjectEdge', node: subject }] },
    };
  }
  sent.push(input);
  const taken = { __typename: 'InputError', code: 'TAKEN', path: ['slug'] };
  const course = { __typename: 'Course', id: 'k', ...input, subject, image: null };
  return { createCourse: { __typename: 'CreateCoursePayload', course: isTaken ? null : course, userErrors: isTaken ? [taken] : [] } };
}

async function openForm() {
  const link = new ApolloLink(({ operationName, variables }) => of({ data: answer(operationName, (variables['input'] ?? {}) as Answer) }));
  const router = createMemoryRouter(
    [
      { path: '/teach/new', Component: NewCoursePage },
      { path: '/teach/:slug', element: <h1>{'The editor'}</h1> },
    ],
    { initialEntries: ['/teach/new'] },
  );
  render(
    <MantineProvider env="test">
      <ApolloProvider client={new ApolloClient({ link, cache: new InMemoryCache(possibleTypes) })}>
        <RouterProvider router={router} />
      </ApolloProvider>
    </MantineProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
  return { user: userEvent.setup(), router };
}

const box = (name: string): HTMLElement => screen.getByRole('textbox', { name });
const write = (name: string, value: string): boolean => fireEvent.change(box(name), { target: { value } });
const submit = (): HTMLElement => screen.getByRole('button', { name: 'Create the course' });

beforeAll(() => startTranslations('en'));
beforeEach(() => {
  canCreate = true;
  isTaken = false;
  sent = [];
});

describe('the form of a new course', () => {
  it('proposes the address from the title until it is written by hand', async () => {
    await openForm();
    write('Title', 'Été');
    write('Title', 'Été & œuvres');
    expect(box('Address')).toHaveProperty('value', 'ete-oeuvres');
    write('Address', 'mine');
    write('Title', 'Été & œuvres II');
    expect(box('Address')).toHaveProperty('value', 'mine');
  });

  it('says beside each field what is missing, sends nothing, and goes to the first', async () => {
    const { user } = await openForm();
    await user.click(submit());
    expect(await screen.findByText('Choose a subject.')).toBeDefined();
    expect(screen.getAllByText('Fill this in.')).toHaveLength(2);
    expect(document.activeElement).toBe(box('Title'));
    expect(sent).toEqual([]);
  });

  it('creates the course, and leads to its content', async () => {
    const { user, router } = await openForm();
    write('Title', 'Waves');
    await user.click(screen.getByRole('combobox', { name: 'Subject' }));
    await user.click(await screen.findByRole('option', { name: 'Physics' }));
    await user.click(await screen.findByRole('radio', { name: 'Source' }));
    write('Overview', 'What rises **falls**.');
    await user.click(submit());
    await screen.findByRole('heading', { name: 'The editor' });
    expect(router.state.location.pathname).toBe('/teach/waves');
    const input = {
      title: 'Waves',
      slug: 'waves',
      subjectId: 's1',
      language: 'en',
      overview: 'What rises **falls**.',
      outcomes: [],
      imageId: null,
    };
    expect(sent).toEqual([{ ...input, idempotencyKey: expect.stringMatching(/^[\d-]+$/) as string }]);
  });

  it('loses nothing when the server refuses, and says why at the field', async () => {
    isTaken = true;
    const { user } = await openForm();
    write('Title', 'Waves');
    await user.click(screen.getByRole('combobox', { name: 'Subject' }));
    await user.click(await screen.findByRole('option', { name: 'Physics' }));
    await user.click(submit());
    expect(await screen.findByText('Another one already has this address.')).toBeDefined();
    expect(document.activeElement).toBe(box('Address'));
    expect(box('Title')).toHaveProperty('value', 'Waves');
  });

  it('isn’t shown to who may not create courses', async () => {
    canCreate = false;
    await openForm();
    expect(screen.getByRole('heading', { level: 1, name: 'This page is not open to you' })).toBeDefined();
  });
});
