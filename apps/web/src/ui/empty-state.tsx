import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  icon: Icon;
  title: string;
  children?: ReactNode;
  /** The first thing to do about it. */
  action?: ReactNode;
  /** Of the heading, so that the page's outline has no hole. */
  order?: 2 | 3;
}

export function EmptyState({ icon: IconComponent, title, children, action, order = 2 }: EmptyStateProps) {
  return (
    <Stack align="center" gap="sm" className={classes.empty}>
      <ThemeIcon size={64} radius="xl" variant="light" aria-hidden>
        <IconComponent size={30} stroke={1.5} />
      </ThemeIcon>
      <Title order={order} size="h3" ta="center">
        {title}
      </Title>
      {children !== undefined && (
        <Text c="dimmed" ta="center" maw={460} component="div">
          {children}
        </Text>
      )}
      {action}
    </Stack>
  );
}
