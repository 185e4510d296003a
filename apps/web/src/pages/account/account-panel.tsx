import { Card, Container, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageTitle } from '../../ui/page.tsx';
import classes from './account-panel.module.css';

interface AccountPanelProps {
  title: string;
  lead: string;
  children: ReactNode;
  /** The other way in. */
  aside?: ReactNode;
}

/** The frame of the pages by which one comes in. */
export function AccountPanel({ title, lead, children, aside }: AccountPanelProps) {
  return (
    <Container size={520} className={classes.panel}>
      <Stack gap="lg">
        <div>
          <PageTitle>{title}</PageTitle>
          <Text c="dimmed" size="lg" mt="xs">
            {lead}
          </Text>
        </div>
        <Card padding="xl">{children}</Card>
        {aside !== undefined && <Text ta="center">{aside}</Text>}
      </Stack>
    </Container>
  );
}
