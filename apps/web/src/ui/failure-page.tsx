import { Button, Code, Container, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconCloudOff, IconCompassOff, IconHourglassHigh, type Icon, IconLock, IconRefresh, IconTool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { failureOf, type FailureCause } from '../lib/failure.ts';
import { signInPath } from '../lib/next-path.ts';
import { useIsSignedIn } from '../lib/use-session.ts';
import { PageTitle } from './page.tsx';
import { RetryCountdown } from './retry-countdown.tsx';
import classes from './page.module.css';

/** The causes that have a page of their own; the others are told as a fault of ours. */
const pages = {
  NOT_FOUND: { icon: IconCompassOff, isRetried: false },
  BAD_USER_INPUT: { icon: IconCompassOff, isRetried: false },
  FORBIDDEN: { icon: IconLock, isRetried: false },
  UNAUTHENTICATED: { icon: IconLock, isRetried: false },
  NO_CONNECTION: { icon: IconCloudOff, isRetried: true },
  RATE_LIMITED: { icon: IconHourglassHigh, isRetried: true },
  OUTDATED: { icon: IconRefresh, isRetried: true },
  INTERNAL_SERVER_ERROR: { icon: IconTool, isRetried: true },
} satisfies Partial<Record<FailureCause, { icon: Icon; isRetried: boolean }>>;

const hasPage = (cause: FailureCause): cause is keyof typeof pages => cause in pages;

interface FailurePageProps {
  error: unknown;
  onRetry?: () => void;
  /** By which it can be asked about, when the server didn't say one. */
  reference?: string;
}

/** To the sign-in page, and back to this address. */
function SignInButton({ variant }: { variant: 'filled' | 'default' }) {
  const { t } = useTranslation('errors');
  const { pathname, search } = useLocation();
  return (
    <Button component={Link} to={signInPath(pathname + search)} variant={variant}>
      {t('signIn')}
    </Button>
  );
}

/** A page that can't be shown: why, and a way out. */
export function FailurePage({ error, onRetry = () => window.location.reload(), reference: ownReference }: FailurePageProps) {
  const failure = failureOf(error);
  const reference = failure.reference ?? ownReference;
  const kind = hasPage(failure.cause) ? failure.cause : 'INTERNAL_SERVER_ERROR';
  const { t } = useTranslation('errors');
  const { icon: IconComponent, isRetried } = pages[kind];
  const isSignedIn = useIsSignedIn();

  return (
    <Container size={640} className={classes.page}>
      <Stack gap="md" align="flex-start" py={{ base: 'lg', sm: 48 }}>
        <ThemeIcon size={64} radius="xl" variant="light" aria-hidden>
          <IconComponent size={30} stroke={1.5} />
        </ThemeIcon>
        <PageTitle>{t(`page.${kind}.title`)}</PageTitle>
        <Text size="lg" c="dimmed">
          {t(`page.${kind}.text`)}
        </Text>
        {kind === 'RATE_LIMITED' && <RetryCountdown error={error} onRetry={onRetry} />}
        {reference !== undefined && <Code>{t('reference', { reference })}</Code>}
        <Group gap="sm" mt="sm">
          {isRetried && <Button onClick={onRetry}>{t(kind === 'OUTDATED' ? 'reload' : 'retry')}</Button>}
          {kind === 'UNAUTHENTICATED' && <SignInButton variant="filled" />}
          {kind === 'FORBIDDEN' && (
            <Button component={Link} to="/learn">
              {t('toMyCourses')}
            </Button>
          )}
          <Button component={Link} to="/" variant={kind === 'NOT_FOUND' || kind === 'BAD_USER_INPUT' ? 'filled' : 'default'}>
            {t('toCatalogue')}
          </Button>
          {/* What isn't there for a stranger may be there for somebody, and who is signed in shares their minute with nobody. */}
          {(kind === 'NOT_FOUND' || kind === 'RATE_LIMITED') && !isSignedIn && <SignInButton variant="default" />}
        </Group>
      </Stack>
    </Container>
  );
}
