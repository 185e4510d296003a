import { Box } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { coursePath, coursePreviewPath, playerPath } from '../lib/paths.ts';
import { preview, usePreview } from '../lib/preview.ts';
import { useSession } from '../lib/use-session.ts';
import { useUploads } from '../lib/use-upload.ts';
import { PageSkeleton } from '../ui/skeletons.tsx';
import classes from './app-layout.module.css';
import { ConnectionBanner } from './connection-banner.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';

const TickSender = lazy(async () => ({ default: (await import('../features/content/tick-sender.tsx')).TickSender }));

// Seldom met, and forms weigh.
const SessionEndedDialog = lazy(async () => ({ default: (await import('./session-ended-dialog.tsx')).SessionEndedDialog }));

const UploadPanel = lazy(async () => ({ default: (await import('./upload-panel.tsx')).UploadPanel }));

const PreviewBar = lazy(async () => ({ default: (await import('./preview-bar.tsx')).PreviewBar }));

/** The pages on which students meet a course, the one that begins its preview, and the one by way of which a reload may come back. */
const isOfPreview = (pathname: string, slug: string): boolean =>
  [playerPath(slug), coursePath(slug), coursePreviewPath(slug), '/sign-in'].some(
    (path) => pathname === path || pathname.startsWith(`${path}/`),
  );

export function AppLayout() {
  const { t } = useTranslation('shell');
  const state = useSession();
  const hasEnded = state.status === 'ended';
  const hasUploads = useUploads().length > 0;
  const previewed = usePreview();
  const { pathname } = useLocation();
  // A preview is of one course: whoever goes elsewhere has left it.
  const isElsewhere = previewed !== null && !isOfPreview(pathname, previewed);
  useEffect(() => {
    if (isElsewhere) preview.end();
  }, [isElsewhere]);
  const isNavigating = useNavigation().state !== 'idle';
  return (
    <Box className={classes.layout}>
      <a href="#main" className={classes.skip}>
        {t('skipToContent')}
      </a>
      <div className={classes.travel} data-active={isNavigating || undefined} aria-hidden />
      <Header />
      <ConnectionBanner />
      <main id="main" tabIndex={-1} className={classes.main}>
        {/* A page's words may come after its code. */}
        <Suspense fallback={<PageSkeleton />}>{!isElsewhere && <Outlet />}</Suspense>
      </main>
      <Footer />
      {previewed !== null && (
        <Suspense>
          <PreviewBar courseSlug={previewed} />
        </Suspense>
      )}
      {hasUploads && (
        <Suspense>
          <UploadPanel />
        </Suspense>
      )}
      {state.status === 'signed-in' && (
        <Suspense>
          <TickSender viewerId={state.viewerId} />
        </Suspense>
      )}
      {hasEnded && (
        <Suspense>
          <SessionEndedDialog />
        </Suspense>
      )}
      <ScrollRestoration />
    </Box>
  );
}
