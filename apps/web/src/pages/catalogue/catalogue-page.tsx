import { Box, Button, Container, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIsSignedIn } from '../../lib/use-session.ts';
import { PageTitle } from '../../ui/page.tsx';
import classes from './catalogue-page.module.css';
import { askCourses, CourseBrowser } from './course-browser.tsx';
import { HeroTrack } from './hero-track.tsx';

function Hero() {
  const { t } = useTranslation('catalogue');
  const isSignedIn = useIsSignedIn();
  return (
    <Box className={classes.hero}>
      <HeroTrack />
      <Container className={classes.words}>
        <Stack gap="md" maw={620} align="flex-start">
          <PageTitle className={classes.title ?? ''}>{t('hero.title')}</PageTitle>
          <Text className={classes.lead}>{t('hero.lead')}</Text>
          <Group gap="sm" mt="xs">
            <Button component={Link} to={isSignedIn ? '/learn' : '/sign-up'} size="md" color="marigold.4" c="black">
              {t(isSignedIn ? 'hero.toLearning' : 'hero.signUp')}
            </Button>
            <Button component="a" href="#courses" size="md" className={classes.quiet}>
              {t('hero.browse')}
            </Button>
          </Group>
        </Stack>
      </Container>
    </Box>
  );
}

export const askCataloguePage = (_params: unknown, search: URLSearchParams): Promise<unknown> => askCourses(search);

export function CataloguePage() {
  return (
    <>
      <Hero />
      <Container className={classes.catalogue} id="courses">
        <CourseBrowser />
      </Container>
    </>
  );
}
