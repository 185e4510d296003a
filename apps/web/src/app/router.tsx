import { createBrowserRouter, type LoaderFunctionArgs, redirect } from 'react-router';
import { signInPath } from '../lib/next-path.ts';
import { session } from '../lib/session.ts';
import { accountRoutes, recoveryRoutes } from './account-routes.ts';
import { adminRoutes } from './admin-routes.ts';
import { AppLayout } from './app-layout.tsx';
import { lazyPage } from './lazy-page.ts';
import { NothingHere } from '../ui/nothing-here.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { RouteFailure } from './route-failure.tsx';
import { teachingRoutes } from './teaching-routes.ts';

/** These pages are somebody's: a stranger signs in first, and comes back. */
async function requireSession({ request }: LoaderFunctionArgs): Promise<null> {
  // The router begins before it is known who came back.
  await session.started();
  if (session.state().status !== 'signed-out') return null;
  const { pathname, search } = new URL(request.url);
  throw redirect(signInPath(pathname + search));
}

export const router = createBrowserRouter([
  {
    Component: AppLayout,
    ErrorBoundary: RouteFailure,
    children: [
      {
        ErrorBoundary: RouteFailure,
        HydrateFallback: PageSkeleton,
        children: [
          lazyPage(
            '/',
            async () => {
              const { CataloguePage: Component, askCataloguePage: ask } = await import('../pages/catalogue/catalogue-page.tsx');
              return { Component, ask };
            },
            ['catalogue'],
          ),
          lazyPage(
            '/subjects/:slug',
            async () => {
              const { SubjectPage: Component, askSubjectPage: ask } = await import('../pages/catalogue/subject-page.tsx');
              return { Component, ask };
            },
            ['catalogue'],
          ),
          lazyPage(
            '/courses/:slug',
            async () => {
              const { CoursePage: Component, askCoursePage: ask } = await import('../pages/catalogue/course-page.tsx');
              return { Component, ask };
            },
            ['catalogue', 'learning'],
          ),
          lazyPage('/people/:id', async () => (await import('../pages/catalogue/person-page.tsx')).PersonPage, ['catalogue']),
          lazyPage('/sign-in', async () => (await import('../pages/account/sign-in-page.tsx')).SignInPage, ['account', 'security']),
          lazyPage('/sign-up', async () => (await import('../pages/account/sign-up-page.tsx')).SignUpPage, ['account']),
          ...recoveryRoutes,
          lazyPage('/mailbox', async () => (await import('../pages/mailbox/mailbox-page.tsx')).MailboxPage, ['mailbox']),
          {
            loader: requireSession,
            children: [
              lazyPage(
                '/learn',
                async () => {
                  const { MyCoursesPage: Component, askMyCoursesPage: ask } = await import('../pages/learning/my-courses-page.tsx');
                  return { Component, ask };
                },
                ['learning'],
              ),
              lazyPage('/learn/:courseSlug/:moduleId/print', async () => (await import('../pages/learning/print-page.tsx')).PrintPage, [
                'learning',
              ]),
              lazyPage(
                '/learn/:courseSlug/:moduleId?/:contentId?',
                async () => {
                  const { PlayerPage: Component, askPlayerPage: ask } = await import('../pages/learning/player-page.tsx');
                  return { Component, ask };
                },
                ['learning'],
              ),
              ...accountRoutes,
              ...teachingRoutes,
              ...adminRoutes,
            ],
          },
          { path: '*', Component: NothingHere },
        ],
      },
    ],
  },
]);

// Signed out here or in another tab: somebody's pages are left.
session.subscribe(() => {
  if (session.state().status === 'signed-out') void router.revalidate();
});
