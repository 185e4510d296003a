import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import classes from './app-layout.module.css';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { SessionEndedDialog } from './session-ended-dialog.tsx';

export function AppLayout() {
  const { t } = useTranslation('shell');
  const isNavigating = useNavigation().state !== 'idle';
  return (
    <Box className={classes.layout}>
      <a href="#main" className={classes.skip}>
        {t('skipToContent')}
      </a>
      <div className={classes.travel} data-active={isNavigating || undefined} aria-hidden />
      <Header />
      <main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <Footer />
      <SessionEndedDialog />
      <ScrollRestoration />
    </Box>
  );
}
