import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { NEVER, of, throwError } from 'rxjs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OperationTypeNode } from 'graphql';
import { makeFragmentData } from '../../gql/fragment-masking.ts';
import possibleTypes from '../../gql/possible-types.ts';
import { session, SessionCredentials } from '../../lib/session.ts';
import { startTranslations } from '../../lib/translations.ts';
import { waitingTicks } from '../../lib/waiting-ticks.ts';
import { PlayerPage } from './player-page.tsx';

type Answer = Record<string, unknown>;

/** What the server holds: three contents in two modules, of which the first is done. */
function school() {
  const enrolment = {
    __typename: 'Enrolment',
    id: 'e',
    finishedAt: null,
    lastContent: null,
    progress: { __typename: 'Progress', completed: 1, total: 3, percent: 33 },
  };
  const content = (id: string, moduleId: string, title: string, isDone = false): Answer => ({
    __typename: 'Content',
    id,
    status: 'PUBLISHED',
    viewerPlaybackSeconds: null,
    viewerHasCompleted: isDone,
    viewerLock: null,
    module: { __typename: 'Module', id: moduleId, viewerProgress: null },
    item: { __typename: 'Text', id: `item-${id}`, title, body: `Words of ${title}.` },
  });
  const module = (id: string, title: string, contents: Answer[]): Answer => ({
    __typename: 'Module',
    id,
    title,
    viewerProgress: null,
    viewerLock: null,
    contents,
  });
  const course: Answer = {
    __typename: 'Course',
    id: 'k',
    title: 'Waves',
    slug: 'waves',
    language: 'en',
    viewerCanRead: true,
    viewerCanEdit: false,
    viewerEnrolment: enrolment,
    modules: [
      module('m1', 'Springs', [content('a', 'm1', 'A weight', true), content('b', 'm1', 'Two weights')]),
      module('m2', 'Water', [content('c', 'm2', 'A pond')]),
      module('m3', 'Light', []),
    ],
  };
  return { course, enrolment };
}

let server = school();
let visited: unknown[] = [];
let isConnected = true;

const contents = (): Answer[] => ((server.course['modules'] ?? []) as { contents: Answer[] }[]).flatMap((module) => module.contents);

function answer(name: string | undefined, variables: Answer): Answer {
  const { contentId } = (variables['input'] ?? {}) as { contentId?: string };
  const content = contents().find(({ id }) => id === contentId);
  if (name === 'PlayerPage') return { courseBySlug: variables['slug'] === 'nothing' ? null : server.course };
  if (name === 'TextItem') return { node: contents().find(({ item }) => (item as Answer)['id'] === variables['id'])?.['item'] ?? null };
  if (name === 'VisitContent') {
    visited.push(contentId);
    return { visitContent: { __typename: 'VisitContentPayload', enrolment: server.enrolment, userErrors: [] } };
  }
  const progress = { ...server.enrolment.progress, completed: 2, percent: 66 };
  return {
    completeContent: {
      __typename: 'CompleteContentPayload',
      content: { ...content, viewerHasCompleted: true },
      enrolment: { ...server.enrolment, progress },
      userErrors: [],
    },
  };
}

function open(path: string) {
  const link = new ApolloLink(({ operationName, operationType, variables }) => {
    if (operationType === OperationTypeNode.SUBSCRIPTION) return NEVER;
    if (operationName === 'CompleteContent' && !isConnected) return throwError(() => new TypeError('Failed to fetch'));
    return of({ data: answer(operationName, variables) });
  });
  const client = new ApolloClient({ link, cache: new InMemoryCache({ ...possibleTypes }) });
  const router = createMemoryRouter([{ path: '/learn/:courseSlug/:moduleId?/:contentId?', Component: PlayerPage }], {
    initialEntries: [path],
  });
  render(
    <MantineProvider>
      <ApolloProvider client={client}>
        <RouterProvider router={router} />
      </ApolloProvider>
    </MantineProvider>,
  );
  return router;
}

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

describe('the player', () => {
  beforeAll(() => startTranslations('en'));
  beforeEach(() => {
    server = school();
    visited = [];
    isConnected = true;
    localStorage.clear();
    const [expiresAt, viewer] = [new Date(Date.now() + 600_000).toISOString(), { id: 'ada', profile: { language: null, timeZone: null } }];
    session.begin(makeFragmentData({ accessToken: 't', expiresAt, viewer }, SessionCredentials));
  });

  it('opens the first content when none is chosen, and says so in the address', async () => {
    const router = open('/learn/waves');
    await heading('A weight');
    expect(await screen.findByText('Words of A weight.')).toBeTruthy();
    expect(router.state.location.pathname).toBe('/learn/waves/m1/a');
  });

  it('opens a deep link, marks it in the outline, and keeps where one is', async () => {
    open('/learn/waves/m2/c');
    await heading('A pond');
    expect(screen.getByRole('link', { name: 'Text A pond' }).getAttribute('aria-current')).toBe('page');
    expect(screen.getByRole('link', { name: 'Text A weight Done' }).getAttribute('aria-current')).toBeNull();
    expect(visited).toEqual(['c']);
  });

  it('goes on across modules, and back', async () => {
    open('/learn/waves/m1/b');
    await heading('Two weights');
    await userEvent.click(screen.getByRole('link', { name: 'Next: A pond' }));
    expect(await heading('A pond')).toBe(document.activeElement);
    expect(screen.queryByRole('link', { name: /^Next/ })).toBeNull();
    await userEvent.click(screen.getByRole('link', { name: 'Previous: Two weights' }));
    await heading('Two weights');
  });

  it('ticks a content as done, in the outline and in the progress', async () => {
    open('/learn/waves/m1/b');
    const tick = await screen.findByRole('button', { name: 'Mark as done' });
    expect(tick.getAttribute('aria-pressed')).toBe('false');
    await userEvent.click(tick);
    expect((await screen.findByRole('button', { name: 'Done' })).getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByRole('link', { name: 'Text Two weights Done' })).toBeTruthy();
    expect(screen.getByText('2 of 3 done')).toBeTruthy();
  });

  it('tells why what comes next is locked, shows nothing of it, and opens it when the student has done what it waits for', async () => {
    const pond = contents().find(({ id }) => id === 'c') as Answer;
    const lock = { __typename: 'ViewerLock', afterModules: [{ __typename: 'Module', id: 'm1', title: 'Springs' }], availableFrom: null };
    const [, water] = server.course['modules'] as Answer[];
    Object.assign(pond, { viewerLock: lock, item: { __typename: 'LockedItem', id: 'locked', title: 'A pond' } });
    Object.assign(water ?? {}, { viewerLock: lock });
    open('/learn/waves/m1/b');
    const next = await screen.findByRole('button', { name: 'Next' });
    expect(next.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText('“A pond” comes next. Opens once you have done “Springs”.').id).toBe(next.getAttribute('aria-describedby'));
    await userEvent.click(screen.getByRole('link', { name: 'Locked A pond' }));
    expect(await screen.findByRole('heading', { name: 'This lesson opens later' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Mark as done' })).toBeNull();
    expect(visited).toEqual(['b']);

    await userEvent.click(screen.getByRole('link', { name: 'Text Two weights' }));
    Object.assign(pond, { viewerLock: null, item: { __typename: 'Text', id: 'item-c', title: 'A pond', body: 'Words of A pond.' } });
    Object.assign(water ?? {}, { viewerLock: null });
    await userEvent.click(await screen.findByRole('button', { name: 'Mark as done' }));
    await userEvent.click(await screen.findByRole('link', { name: 'Next: A pond' }));
    expect(await screen.findByText('Words of A pond.')).toBeTruthy();
  });

  it('keeps a tick that finds no connection, says so, and takes it for what it is', async () => {
    isConnected = false;
    open('/learn/waves/m1/b');
    await userEvent.click(await screen.findByRole('button', { name: 'Mark as done' }));
    expect(await screen.findByText('Will be sent when you are online')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Done' }).getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText('1 of 3 done')).toBeTruthy();
    expect(waitingTicks('ada')).toEqual({ b: { isDone: true, isHeld: true } });
    expect(waitingTicks('grace')).toEqual({});
  });

  it('goes on and back by n and p, and not while shortcuts are off', async () => {
    open('/learn/waves/m1/b');
    await heading('Two weights');
    await userEvent.keyboard('n');
    await heading('A pond');
    await userEvent.keyboard('p');
    await heading('Two weights');
    await userEvent.keyboard('?');
    await userEvent.click(await screen.findByRole('switch', { name: 'Shortcuts are on' }));
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('n');
    expect(await heading('Two weights')).toBeTruthy();
  });

  it('says that a module is empty', async () => {
    open('/learn/waves/m3');
    await heading('Light');
    expect(within(screen.getByRole('article')).getByText('No lesson here yet.')).toBeTruthy();
  });

  it('explains a course without contents', async () => {
    server.course['modules'] = [];
    open('/learn/waves');
    expect(await screen.findByRole('heading', { name: 'Nothing to read yet' })).toBeTruthy();
  });

  it('tells a student that the course is not available at present', async () => {
    server.course['viewerCanRead'] = false;
    server.course['modules'] = null;
    open('/learn/waves');
    expect(await screen.findByRole('heading', { name: 'Not available at present' })).toBeTruthy();
  });

  it('sends whoever is not enrolled to the page of the course', async () => {
    server.course = { ...server.course, viewerCanRead: false, viewerEnrolment: null };
    open('/learn/waves');
    expect((await screen.findByRole('link', { name: 'To the course’s page' })).getAttribute('href')).toBe('/courses/waves');
  });

  it('shows who reads without being enrolled no tick', async () => {
    server.course['viewerEnrolment'] = null;
    open('/learn/waves/m1/b');
    await heading('Two weights');
    expect(screen.queryByRole('button', { name: 'Mark as done' })).toBeNull();
    expect(visited).toEqual([]);
  });

  it('has nothing at an address that was never one', async () => {
    open('/learn/nothing');
    expect(await heading('Nothing at this address')).toBeTruthy();
  });

  it('leads on from a lesson that is not there any more', async () => {
    open('/learn/waves/m1/gone');
    expect(await heading('This lesson is no longer here')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Go on in the course' }).getAttribute('href')).toBe('/learn/waves');
  });
});
