import { Card, Container, SimpleGrid, Skeleton, Stack } from '@mantine/core';
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

/** A page of which nothing is known yet but that it has a title. */
export function PageSkeleton() {
  return (
    <Container className={classes.page}>
      <Stack gap="xl">
        <Skeleton height={40} width="min(26rem, 80%)" />
        <TextSkeleton />
      </Stack>
    </Container>
  );
}
