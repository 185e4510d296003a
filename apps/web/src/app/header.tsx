import { useQuery } from '@apollo/client/react';
import { Anchor, Burger, Button, Container, Divider, Group, Skeleton, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { graphql } from '../gql/gql.ts';
import { signInPath, signUpPath } from '../lib/next-path.ts';
import { useIsSignedIn } from '../lib/use-session.ts';
import { Brand } from '../ui/brand.tsx';
import { useOnDemand } from '../ui/use-on-demand.ts';
import { AccountMenu } from './account-menu.tsx';
import { ColorSchemeSwitch } from './color-scheme-switch.tsx';
import classes from './header.module.css';
import { LanguageMenu } from './language-menu.tsx';
import { useFreshRights } from './use-fresh-rights.ts';

const HeaderDocument = graphql(`
  query Header {
    viewer {
      id
      viewerCanCreateCourse
      ...AccountMenu_user
    }
  }
`);

interface Place {
  to: string;
  label: 'nav.catalogue' | 'nav.learning' | 'nav.teaching';
}

function Places({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation('shell');
  return places.map(({ to, label }) => (
    <NavLink key={to} to={to} end={to === '/'} className={classes.place ?? ''}>
      {t(label)}
    </NavLink>
  ));
}

/** To the sign-in pages, and back to where one is. */
function SignInLinks() {
  const { t } = useTranslation('shell');
  const { pathname, search } = useLocation();
  const isSigningIn = pathname === '/sign-in' || pathname === '/sign-up';
  const next = pathname + search;
  return (
    <>
      <Button component={Link} to={isSigningIn ? `/sign-in${search}` : signInPath(next)} variant="subtle">
        {t('signIn')}
      </Button>
      <Button component={Link} to={isSigningIn ? `/sign-up${search}` : signUpPath(next)}>
        {t('signUp')}
      </Button>
    </>
  );
}

export function Header() {
  const { t } = useTranslation('shell');
  const isSignedIn = useIsSignedIn();
  const { data } = useQuery(HeaderDocument, { skip: !isSignedIn });
  useFreshRights(HeaderDocument, isSignedIn);
  const { key } = useLocation();
  // Going anywhere closes the menu.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === key;
  const [Drawer, wantDrawer] = useOnDemand(async () => (await import('./navigation-drawer.tsx')).NavigationDrawer);
  const close = (): void => setOpenAt(null);
  const viewer = isSignedIn ? data?.viewer : null;

  const places: Place[] = [
    { to: '/', label: 'nav.catalogue' },
    ...(isSignedIn ? [{ to: '/learn', label: 'nav.learning' } as const] : []),
    ...(viewer?.viewerCanCreateCourse === true ? [{ to: '/teach', label: 'nav.teaching' } as const] : []),
  ];

  return (
    <header className={classes.header}>
      <Container className={classes.bar}>
        <Anchor component={Link} to="/" underline="never" aria-label={t('nav.home')}>
          <Brand />
        </Anchor>
        <Group component="nav" aria-label={t('nav.main')} gap={4} className={classes.places}>
          <Places places={places} />
        </Group>
        <Group gap={4} wrap="nowrap" className={classes.tools}>
          <LanguageMenu />
          <ColorSchemeSwitch />
          {viewer && <AccountMenu user={viewer} />}
          {isSignedIn && !viewer && <Skeleton circle height={36} ml="xs" />}
          {!isSignedIn && (
            <Group gap={4} wrap="nowrap" ml="xs" className={classes.signIn}>
              <SignInLinks />
            </Group>
          )}
          <Burger
            className={classes.burger}
            opened={isOpen}
            onClick={() => {
              wantDrawer();
              setOpenAt(isOpen ? null : key);
            }}
            aria-label={t('nav.open')}
            aria-expanded={isOpen}
            size="sm"
            ml={4}
          />
        </Group>
      </Container>
      {Drawer !== null && (
        <Drawer opened={isOpen} onClose={close}>
          <Stack component="nav" aria-label={t('nav.main')} gap={4}>
            <Places places={places} />
          </Stack>
          {!isSignedIn && (
            <>
              <Divider my="lg" />
              <Stack gap="xs">
                <SignInLinks />
              </Stack>
            </>
          )}
        </Drawer>
      )}
    </header>
  );
}
