import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './new-secret.module.css';

/** The first request that a program sends with its token. */
const example = (secret: string): string =>
  [
    `curl '${location.origin}/graphql'`,
    `--header 'Authorization: Bearer ${secret}'`,
    "--header 'Content-Type: application/json'",
    `--data '{ "query": "{ courses(first: 3) { nodes { title } } }" }'`,
  ].join(' \\\n  ');

interface NewSecretProps {
  name: string;
  secret: string;
  onKept: () => void;
}

/** A token's secret, shown this once: until somebody says that they have it. */
export function NewSecret({ name, secret, onKept }: NewSecretProps) {
  const { t } = useTranslation('tokens');
  return (
    <Stack gap="md">
      <Alert icon={<IconKey aria-hidden />} color="marigold" title={t('made.title', { name })} role="status">
        {t('made.text')}
      </Alert>
      <Code block className={classes.secret ?? ''} tabIndex={0} role="region" aria-label={t('made.secret')}>
        {secret}
      </Code>
      <Group>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button autoFocus onClick={copy} variant={copied ? 'light' : 'filled'}>
              {t(copied ? 'made.copied' : 'made.copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onKept}>
          {t('made.kept')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('made.try')}
      </Text>
      <Code block tabIndex={0} role="region" aria-label={t('made.example')}>
        {example(secret)}
      </Code>
    </Stack>
  );
}
