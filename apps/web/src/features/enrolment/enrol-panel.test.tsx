import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeFragmentData } from '../../gql/fragment-masking.ts';
import type { EnrolPanel_CourseFragment } from '../../gql/graphql.ts';
import { SessionCredentials, session } from '../../lib/session.ts';
import { startTranslations } from '../../lib/translations.ts';
import { EnrolPanel, EnrolPanelCourse } from './enrol-panel.tsx';

const course = { id: 'k', slug: 'waves', title: 'Waves', studentCount: 3 };
const stranger = { viewerCanEdit: false, viewerCanEnrol: false, viewerCanRead: false, viewerEnrolment: null };

const enrolment = (percent: number, lastContent: object | null) => ({
  id: 'e',
  progress: { completed: percent === 0 ? 0 : 1, total: 4, percent },
  lastContent,
  course,
});

function show(seen: object): void {
  const client = new ApolloClient({ link: ApolloLink.empty(), cache: new InMemoryCache() });
  const data = { ...course, status: 'PUBLISHED', ...stranger, ...seen } as EnrolPanel_CourseFragment;
  render(
    <MantineProvider>
      <ApolloProvider client={client}>
        <MemoryRouter>
          <EnrolPanel course={makeFragmentData(data, EnrolPanelCourse)} />
        </MemoryRouter>
      </ApolloProvider>
    </MantineProvider>,
  );
}

const signIn = (): void =>
  session.begin(
    makeFragmentData(
      {
        accessToken: 't',
        expiresAt: new Date(Date.now() + 60_000).toISOString(),
        viewer: { id: 'ada', profile: { language: null, timeZone: null } },
      },
      SessionCredentials,
    ),
  );

const linkTo = (name: string): string | null => screen.getByRole('link', { name }).getAttribute('href');

describe('what one can do with a course', () => {
  beforeAll(() => startTranslations('en'));
  beforeEach(() => session.forget());

  it('leads a stranger to an account, and back to the course', () => {
    show({});
    expect(linkTo('Sign up to enrol')).toBe('/sign-up?next=%2Fcourses%2Fwaves');
    expect(linkTo('I already have an account')).toBe('/sign-in?next=%2Fcourses%2Fwaves');
  });

  it('lets who may enrol do so', () => {
    signIn();
    show({ viewerCanEnrol: true });
    expect(screen.getByRole('button', { name: 'Enrol in this course' })).toBeTruthy();
  });

  it.each([
    { percent: 0, last: null, name: 'Start “Waves”', to: '/learn/waves' },
    {
      percent: 25,
      last: { id: 'c', viewerPlaybackSeconds: 192, module: { id: 'm' }, item: { id: 'i', title: 'A pond' } },
      name: 'Continue “Waves”',
      to: '/learn/waves/m/c',
    },
    {
      percent: 100,
      last: { id: 'c', viewerPlaybackSeconds: 192, module: { id: 'm' }, item: { id: 'i', title: 'A pond' } },
      name: 'Read again: “Waves”',
      to: '/learn/waves/m/c',
    },
  ])('takes a student at $percent % on: $name', ({ percent, last, name, to }) => {
    signIn();
    show({ viewerCanRead: true, viewerEnrolment: enrolment(percent, last) });
    expect(linkTo(name)).toBe(to);
    expect(screen.queryByText('You were at: A pond, 3:12') === null).toBe(percent !== 25);
    expect(screen.queryByRole('button', { name: 'Enrol in this course' })).toBeNull();
  });

  it('tells a student of a course that went back to draft', () => {
    signIn();
    show({ status: 'DRAFT', viewerEnrolment: enrolment(25, null) });
    expect(screen.getByText('Not available at present')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('takes nobody into an archived course, and keeps it open to its students', () => {
    signIn();
    show({ status: 'ARCHIVED' });
    expect(screen.getByText('It takes no new students.')).toBeTruthy();
    show({ status: 'ARCHIVED', viewerCanRead: true, viewerEnrolment: enrolment(25, null) });
    expect(screen.getByText('It stays open to you, and takes no new students.')).toBeTruthy();
    expect(linkTo('Continue “Waves”')).toBe('/learn/waves');
  });
});
