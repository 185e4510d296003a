import { Anchor, Container, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Brand } from '../ui/brand.tsx';
import classes from './footer.module.css';

export function Footer() {
  const { t } = useTranslation('shell');
  return (
    <footer className={classes.footer}>
      <Container>
        <Group justify="space-between" gap="lg">
          <Group gap="md">
            <Brand />
            <Text size="sm" c="dimmed">
              {t('footer.about')}
            </Text>
          </Group>
          <Group component="nav" gap="lg" aria-label={t('footer.label')}>
            <Anchor component={Link} to="/" size="sm">
              {t('nav.catalogue')}
            </Anchor>
            <Anchor href="/graphiql" size="sm">
              {t('footer.api')}
            </Anchor>
          </Group>
        </Group>
      </Container>
    </footer>
  );
}
