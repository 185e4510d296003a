import { Group, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageSkeleton } from '../../ui/skeletons.tsx';
import classes from './course-workspace.module.css';

/** `CourseWorkspace`, before anything is known of the course. */
export function CourseWorkspaceSkeleton({ children }: { children: ReactNode }) {
  return (
    <PageSkeleton>
      <Group className={classes.sections} gap="lg" h={45}>
        <Skeleton height={16} width={70} />
        <Skeleton height={16} width={80} />
        <Skeleton height={16} width={60} />
      </Group>
      {children}
    </PageSkeleton>
  );
}
