import { ApolloClient, type ApolloLink as Links, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { OperationTypeNode } from 'graphql';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { from, NEVER, of, Subject } from 'rxjs';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { makeFragmentData } from '../../gql/fragment-masking.ts';
import possibleTypes from '../../gql/possible-types.ts';
import { session, SessionCredentials } from '../../lib/session.ts';
import { startTranslations } from '../../lib/translations.ts';
import { PlayerPage } from './player-page.tsx';

type Answer = Record<string, unknown>;

/** What the server holds: a course whose student has done the pond. */
let titles: string[] = [];
const enrolment = () => ({
  __typename: 'Enrolment',
  id: 'e',
  finishedAt: null,
  lastContent: null,
  progress: { __typename: 'Progress', completed: 1, total: titles.length, percent: 0 },
});
const content = (title: string): Answer => ({
  __typename: 'Content',
  id: title,
  status: 'PUBLISHED',
  viewerPlaybackSeconds: null,
  viewerHasCompleted: title === 'A pond',
  viewerLock: null,
  module: { __typename: 'Module', id: 'm', viewerProgress: null },
  item: { __typename: 'Text', id: `item-${title}`, title, body: `Words of ${title}.` },
});
const course = (): Answer => ({
  __typename: 'Course',
  id: 'k',
  title: 'Waves',
  slug: 'waves',
  language: 'en',
  viewerCanRead: true,
  viewerCanEdit: false,
  viewerEnrolment: enrolment(),
  modules: [{ __typename: 'Module', id: 'm', title: 'Water', viewerProgress: null, viewerLock: null, contents: titles.map(content) }],
});

/** Each reading of the course: what the server had when it was asked, answered when the test lets it. */
let readings: (() => void)[] = [];
let events = new Subject<Links.Result>();

function readCourse() {
  const data = { courseBySlug: course() };
  const { promise, resolve } = Promise.withResolvers<Links.Result>();
  readings.push(() => resolve({ data }));
  return from(promise);
}

/** The server tells that the course gained or lost something. */
const tell = (): void =>
  events.next({ data: { progressChanged: { __typename: 'ProgressChange', enrolment: enrolment(), content: null } } });

const nextReading = async (): Promise<() => void> => {
  await expect.poll(() => readings.length).toBeGreaterThan(0);
  return readings.shift() ?? (() => undefined);
};

beforeAll(() => startTranslations('en'));
beforeEach(() => {
  titles = ['A pond'];
  readings = [];
  events = new Subject();
  const viewer = {
    accessToken: 't',
    expiresAt: new Date(Date.now() + 600_000).toISOString(),
    viewer: { id: 'ada', profile: { language: null, timeZone: null } },
  };
  session.begin(makeFragmentData(viewer, SessionCredentials));
});

it('what came while the course was being read is shown, although that reading knew nothing of it', async () => {
  const link = new ApolloLink(({ operationName, operationType, variables }) => {
    if (operationType === OperationTypeNode.SUBSCRIPTION) return events;
    if (operationName === 'PlayerPage') return readCourse();
    if (operationName === 'TextItem') return of({ data: { node: content(String(variables['id']).slice('item-'.length))['item'] } });
    return NEVER;
  });
  const client = new ApolloClient({ link, cache: new InMemoryCache({ ...possibleTypes }) });
  const routes = [{ path: '/learn/:courseSlug/:moduleId?/:contentId?', Component: PlayerPage }];
  render(
    <MantineProvider>
      <ApolloProvider client={client}>
        <RouterProvider router={createMemoryRouter(routes, { initialEntries: ['/learn/waves/m/A pond'] })} />
      </ApolloProvider>
    </MantineProvider>,
  );
  (await nextReading())();
  await screen.findByText('1 of 1 done');

  tell();
  const late = await nextReading();
  titles = ['A pond', 'A lake'];
  tell();
  late();
  (await nextReading())();
  expect(await screen.findByRole('link', { name: 'Text A lake' })).toBeTruthy();
  expect(screen.getByText('1 of 2 done')).toBeTruthy();
});
