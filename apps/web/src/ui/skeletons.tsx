import { Card, Container, SimpleGrid, Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page.module.css';

/** Keys of things that are drawn alike and never move. */
const times = (count: number): string[] => Array.from({ length: count }, (_, index) => `skeleton-${index}`);

export function CardGridSkeleton({ count = 6 }: { count?: number }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="lg">
      {times(count).map((key) => (
        <Card key={key} padding={0}>
          <Skeleton height="auto" radius={0} className={classes.cover ?? ''} />
          <Stack gap="md" p="lg">
            <Skeleton height={14} width="35%" />
            <Skeleton height={22} width="85%" />
            <Skeleton height={14} width="55%" />
            <Skeleton height={18} width="70%" mt="sm" />
          </Stack>
        </Card>
      ))}
    </SimpleGrid>
  );
}

export function ListSkeleton({ count = 4, height = 96 }: { count?: number; height?: number }) {
  return (
    <Stack gap="md">
      {times(count).map((key) => (
        <Skeleton key={key} height={height} radius="lg" />
      ))}
    </Stack>
  );
}

export function TextSkeleton({ lines = 8 }: { lines?: number }) {
  return (
    <Stack gap="sm">
      {times(lines).map((key, index) => (
        <Skeleton key={key} height={14} width={index % 4 === 3 ? '60%' : '100%'} />
      ))}
    </Stack>
  );
}

/** A form of labelled fields, with its button. */
export function FormSkeleton({ fields = 4 }: { fields?: number }) {
  return (
    <Card padding="xl">
      <Stack gap="lg">
        {times(fields).map((key) => (
          <Stack key={key} gap={8}>
            <Skeleton height={14} width="9rem" />
            <Skeleton height={42} />
          </Stack>
        ))}
        <Skeleton height={40} width="8rem" />
      </Stack>
    </Card>
  );
}

/** Modules with their lessons. */
export function OutlineSkeleton({ count = 3 }: { count?: number }) {
  return (
    <Stack gap="lg">
      {times(count).map((key) => (
        <Card key={key} padding="lg">
          <Stack gap="md">
            <Skeleton height={20} width="45%" />
            <Skeleton height={32} />
            <Skeleton height={32} />
            <Skeleton height={32} />
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}

interface PageSkeletonProps {
  size?: 'narrow' | 'wide';
  /** What stands under the title; a text, where nothing is known. */
  children?: ReactNode;
}

/** A page with its title, as `Page` lays it out. */
export function PageSkeleton({ size = 'wide', children = <TextSkeleton /> }: PageSkeletonProps) {
  return (
    <Container size={size === 'narrow' ? 720 : 1160} className={classes.page}>
      <Stack gap="sm" mb={{ base: 'lg', sm: 'xl' }}>
        <Skeleton height={16} width="7rem" />
        <Skeleton height={44} width="min(26rem, 80%)" />
        <Skeleton height={20} width="min(16rem, 60%)" />
      </Stack>
      {children}
    </Container>
  );
}
